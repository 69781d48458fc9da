using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>
/// Proves a fix before anything is written: the edited text is parsed again and compared with what the fix declared, and every byte outside
/// the edited spans must be the same.
/// </summary>
internal static class FixProof
{
    /// <summary>Applies <paramref name="edit"/> in memory and proves it.</summary>
    /// <returns>The edited file with its tree, or what differs.</returns>
    public static (SourceFile File, SyntaxTree Tree)? Prove(DocumentEdit edit, out string? difference)
    {
        var edited = edit.File.WithText(Apply(edit.File.Text, edit.Changes));
        if (!edit.Declared.Tree.TryReread(edited.Text, out var tree, out var error))
            difference = $"the edited text could not be parsed: {error.Message}";
        else
            difference = edit.Declared.FindDifference(tree);
        return difference is null ? (edited, tree!) : null;
    }

    /// <summary>Proves a created file.</summary>
    /// <returns>The file with its tree, or what differs.</returns>
    public static (SourceFile File, SyntaxTree Tree)? Prove(NewFile created, string fullPath, out string? difference)
    {
        var file = new SourceFile(created.Path, fullPath, created.Text, created.Origin.Encoding);
        SyntaxTree read = created.Template is { } template ? template : created.Declared.Tree;
        if (!read.TryReread(file.Text, out var tree, out var error))
            difference = $"the new file could not be parsed: {error.Message}";
        else if (tree is TemplateTree copy)
            difference = FindDifference(created, copy);
        else
            difference = YamlEditProof.FindDifference(created.Declared, created.Document, (YamlTree)tree);
        return difference is null ? (file, tree!) : null;
    }

    private static string? FindDifference(NewFile created, TemplateTree copy)
    {
        var expected = created.Declared.ExtractText(created.Document);
        if (TemplateProof.FindDifference(created.Template!, expected, copy) is { } difference)
            return difference;
        return created.Declared.Tree.TryReread(expected, out var tree, out var error)
            ? YamlEditProof.FindDifference(created.Declared, created.Document, (YamlTree)tree)
            : $"the new file could not be parsed: {error.Message}";
    }

    private static string Apply(string text, ImmutableArray<TextChange> changes)
    {
        var builder = new System.Text.StringBuilder(text.Length);
        var copied = 0;
        foreach (var change in changes)
        {
            builder.Append(text, copied, change.Span.Start - copied).Append(change.NewText);
            copied = change.Span.End;
        }

        return builder.Append(text, copied, text.Length - copied).ToString();
    }
}
