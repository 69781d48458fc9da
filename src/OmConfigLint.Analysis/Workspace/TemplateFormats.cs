using System.Diagnostics.CodeAnalysis;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// Reads files and documents inside them: as what they are, or, where their name says so or they cannot be read otherwise, as templates of that.
/// </summary>
internal static class TemplateFormats
{
    private const TemplateMarks EngineMarks = TemplateMarks.Braces | TemplateMarks.Angles;

    /// <summary>Reads <paramref name="file"/>.</summary>
    /// <param name="file">The file, or the document inside one.</param>
    /// <param name="format">Its format once it is rendered.</param>
    /// <param name="ownMarks">What the text around a document puts into it, beside template engines: a shell's variables.</param>
    /// <param name="tree">Its tree; a <see cref="TemplateTree"/> where it was read as a template.</param>
    /// <param name="error">The first error.</param>
    public static bool TryParse(
        SourceFile file, FileFormat format, TemplateMarks ownMarks, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var text = file.Text;
        var namedMarks = file.Embedding is null ? MarksOfName(file.Path) : TemplateMarks.None;
        SyntaxError? ownError = null;
        if (namedMarks != TemplateMarks.None && HasMark(text, namedMarks) && TryParseTemplate(text, format, namedMarks, out tree, out ownError))
        {
            error = null;
            return true;
        }

        if (FileFormats.TryParse(text, format, out tree, out error))
        {
            // Flow mappings that are the keys of others are expressions of a template, and statements can stand in comments.
            if (format == FileFormat.Yaml && LooksLikeTemplate(text, tree) && TryParseTemplate(text, format, EngineMarks, out var template, out _))
                tree = template;
            return true;
        }

        if (error.Kind != SyntaxErrorKind.Invalid || (format is not (FileFormat.Yaml or FileFormat.Json) && namedMarks == TemplateMarks.None))
            return false;
        error = ownError ?? error;
        var marks = HasMark(text, EngineMarks) ? EngineMarks : TemplateMarks.None;
        if (marks != TemplateMarks.None)
        {
            if (TryParseTemplate(text, format, marks, out tree, out var engineError))
                return true;
            error = engineError;
        }

        return TryParseTemplate(text, format, marks | ownMarks | TemplateMarks.Variables | TemplateMarks.Placeholders, out tree, out _);
    }

    /// <summary>The offset of the first mark of a template engine; -1 where there is none.</summary>
    public static int FindMark(string text)
    {
        var first = -1;
        foreach (var mark in (ReadOnlySpan<string>)["{{", "{%", "<%", "{#"])
        {
            if (text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at && (first < 0 || at < first))
                first = at;
        }

        return first;
    }

    private static bool TryParseTemplate(
        string text, FileFormat format, TemplateMarks marks, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var isRead = TemplateTree.TryParse(text, marks, isFree: format == FileFormat.Json, Read, out var template, out error);
        tree = template;
        return isRead;

        bool Read(string masked, [NotNullWhen(true)] out SyntaxTree? inner, [NotNullWhen(false)] out SyntaxError? problem) =>
            FileFormats.TryParse(masked, format, out inner, out problem);
    }

    private static TemplateMarks MarksOfName(string path) => FileFormats.TemplateEndingOf(path) switch
    {
        "" => TemplateMarks.None,
        ".tftpl" => TemplateMarks.Terraform,
        _ => EngineMarks,
    };

    private static bool HasMark(string text, TemplateMarks marks) => marks.HasFlag(TemplateMarks.Terraform)
        ? text.Contains("${", StringComparison.Ordinal) || text.Contains("%{", StringComparison.Ordinal)
        : FindMark(text) >= 0;

    private static bool LooksLikeTemplate(string text, SyntaxTree tree)
    {
        if (text.Contains("{%", StringComparison.Ordinal))
            return true;
        if (!text.Contains("{{", StringComparison.Ordinal))
            return false;
        foreach (var document in ((YamlTree)tree).Documents)
        {
            foreach (var node in document.Root.DescendantsAndSelf())
            {
                if (node is YamlMapping { Style: YamlCollectionStyle.Flow, Entries: [{ Key: YamlMapping }] })
                    return true;
            }
        }

        return false;
    }
}
