using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Python code that speaks of OpenMetadata's packages.</summary>
/// <param name="Document">The document that it is.</param>
/// <param name="Tree">Its tree.</param>
internal sealed record PythonModule(ConfigDocument Document, PythonTree Tree)
{
    /// <summary>Texts of which one stands in every file of code or settings that rules on code look at, where no other name of OpenMetadata's is in it.</summary>
    public static readonly string[] Markers = ["from metadata.", "import metadata.", "provider_openmetadata", "lets={"];

    private static readonly string[] Packages = ["metadata", "openmetadata", "airflow_provider_openmetadata"];

    // Lineage as the backend of OpenMetadata reads it; see the rule on it.
    private static readonly string[] Annotations = ["inlets={", "outlets={"];

    /// <summary>Adds what <paramref name="document"/> is where it imports one of OpenMetadata's packages, or has its annotations.</summary>
    public static void AddTo(ImmutableArray<object>.Builder models, ConfigDocument document)
    {
        if (document.Tree is PythonTree tree
            && (tree.Imports.Any(IsOfOpenMetadata) || Array.Exists(Annotations, mark => tree.Text.Contains(mark, StringComparison.Ordinal))))
        {
            models.Add(new PythonModule(document, tree));
        }
    }

    /// <summary>True for an import that is tried before another one, or after it: the code runs with releases before a move and after it.</summary>
    public bool HasAlternative(PythonImport import)
    {
        var header = HeaderOf(import.Span.Start);
        if (header.StartsWith("except", StringComparison.Ordinal))
            return true;
        return header.StartsWith("try", StringComparison.Ordinal)
            && Tree.Imports.Any(other => other != import && HeaderOf(other.Span.Start).StartsWith("except", StringComparison.Ordinal)
                && other.Names.Any(name => import.Names.Any(own => NameInCode(own) == NameInCode(name))));
    }

    private static string NameInCode(PythonImportedName name) => (name.Alias ?? name.Name).Text;

    /// <summary>The head of the block in which <paramref name="position"/> stands; empty at the top.</summary>
    private ReadOnlySpan<char> HeaderOf(int position)
    {
        var column = ColumnOf(position);
        for (var i = Tree.Statements.Length - 1; i >= 0 && column > 0; i--)
        {
            var statement = Tree.Statements[i];
            if (statement.Start < position && ColumnOf(statement.Start) < column)
                return Tree.Text.AsSpan(statement.Start, statement.Length);
        }

        return "";
    }

    private int ColumnOf(int position) => position - Tree.Lines.StartOf(Tree.Lines.LineOf(position));

    private static bool IsOfOpenMetadata(PythonImport import) => import.IsFrom
        ? import.Dots == 0 && import.Module is { } module && IsOfOpenMetadata(module.Text)
        : import.Names.Any(name => IsOfOpenMetadata(name.Name.Text));

    private static bool IsOfOpenMetadata(string module)
    {
        var dot = module.IndexOf('.', StringComparison.Ordinal);
        return Packages.AsSpan().Contains(dot < 0 ? module : module[..dot]);
    }
}
