using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the workflows that Python code holds: YAML and JSON in strings, and dicts.</summary>
internal static class PythonDocuments
{
    // Without one of them there is no workflow, nor one of the old shape.
    private static readonly string[] Markers = ["sourceConfig", "metadata_server"];

    /// <summary>The documents in <paramref name="tree"/>, in no order.</summary>
    public static IEnumerable<EmbeddedDocument> Find(PythonTree tree)
    {
        if (!IsMarked(tree.Text))
            yield break;
        var statements = tree.Statements.ToHashSet();
        var known = new HashSet<PythonDict>();
        var pieces = new List<PythonDict>();
        foreach (var value in tree.Values)
        {
            // A string that is a statement of its own is documentation.
            if (value is PythonString text && !statements.Contains(text.Span) && OfString(tree, text) is { } inString)
            {
                yield return inString;
            }
            else if (value is PythonDict dict)
            {
                if (dict["source"] is null)
                    pieces.Add(dict);
                else if (OfDict(tree, dict, known) is { } inDict)
                    yield return inDict;
            }
        }

        // What is part of a workflow above is none of its own.
        foreach (var dict in pieces)
        {
            if (dict["sourceConfig"] is not null && !known.Contains(dict) && OfDict(tree, dict, known) is { } inDict)
                yield return inDict;
        }
    }

    /// <summary>True where code that stands in another file can hold anything of OpenMetadata's.</summary>
    public static bool MayMatter(string code) =>
        IsMarked(code) || code.Contains("openmetadata", StringComparison.OrdinalIgnoreCase) || code.Contains("metadata.", StringComparison.Ordinal);

    private static EmbeddedDocument? OfString(PythonTree tree, PythonString text)
    {
        var content = text.ToString();
        if (!content.Contains('\n') || !IsMarked(content) || PythonTemplate.Of(tree, text) is not { } document)
            return null;

        // With stand-ins it is seldom JSON; YAML in flow style is nearly the same.
        var isJson = !document.HasFields && document.Text.AsSpan().TrimStart() is ['{' or '[', ..];
        return new EmbeddedDocument(document, isJson ? FileFormat.Json : FileFormat.Yaml)
        {
            IsCertain = content.Contains("sourceConfig", StringComparison.Ordinal) && content.Contains("workflowConfig", StringComparison.Ordinal),
        };
    }

    private static EmbeddedDocument? OfDict(PythonTree tree, PythonDict dict, HashSet<PythonDict> known)
    {
        if (PythonDictText.Of(tree, dict) is not { } document || !IsMarked(document.Text))
            return null;
        known.UnionWith(document.Dicts);
        return new EmbeddedDocument(document, FileFormat.Yaml);
    }

    private static bool IsMarked(string text) => Array.Exists(Markers, marker => text.Contains(marker, StringComparison.Ordinal));
}
