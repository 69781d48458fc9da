using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>A value that names a class or module of OpenMetadata's packages: <c>AIRFLOW__LINEAGE__BACKEND: airflow_provider_openmetadata.…</c>.</summary>
/// <param name="Document">The document.</param>
/// <param name="Value">The value.</param>
internal sealed record PythonReference(ConfigDocument Document, ConfigValue Value)
{
    // What other files than code name.
    private static readonly string[] Packages = ["airflow_provider_openmetadata.", "metadata.great_expectations."];

    private static readonly string[] PackagesInCode = ["airflow_provider_openmetadata.", "metadata."];

    /// <summary>Adds those of <paramref name="document"/>.</summary>
    public static void AddTo(ImmutableArray<object>.Builder models, ConfigDocument document)
    {
        var isCode = document.Tree is PythonTree;
        if (!isCode && !Array.Exists(Packages, package => document.Tree.Text.Contains(package, StringComparison.Ordinal)))
            return;
        foreach (var mark in isCode ? PackagesInCode : Packages)
        {
            foreach (var value in DocumentValues.Containing(document, mark))
            {
                if (!isCode || IsDotted(value.Text.Value))
                    models.Add(new PythonReference(document, value));
            }
        }
    }

    /// <summary>Where <paramref name="name"/> stands in the value, as a whole name or with more names behind it; -1 where it does not.</summary>
    public int IndexOf(string name)
    {
        var text = Value.Text.Value;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsName(text[at - 1])) && (end == text.Length || text[end] == '.' || !IsName(text[end])))
                return at;
        }

        return -1;
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';

    private static bool IsDotted(string text)
    {
        foreach (var c in text)
        {
            if (!IsName(c))
                return false;
        }

        return true;
    }
}
