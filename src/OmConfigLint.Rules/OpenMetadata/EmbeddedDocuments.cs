using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Databases;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Syntax.Notebooks;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the documents that stand inside others: a workflow in a ConfigMap's block scalar, requirements in an image's values.</summary>
internal static class EmbeddedDocuments
{
    /// <summary>The documents inside <paramref name="document"/>.</summary>
    public static IEnumerable<EmbeddedDocument> Find(ConfigDocument document)
    {
        if (document.Tree is PythonTree python)
        {
            foreach (var found in PythonDocuments.Find(python).Concat(PythonScripts.Find(python)))
                yield return found;
            yield break;
        }

        // A workflow holds none, and most files that are looked at are workflows.
        if (document.Find<IngestionWorkflow>() is not null)
            yield break;
        foreach (var script in EmbeddedScripts.In(document))
            yield return script;
        foreach (var written in HereDocuments.In(document))
            yield return written;
        if (document.Tree is not YamlTree tree || document.Yaml is not { } yaml)
            yield break;
        if (document.File.Embedding is null && FileFormats.Of(document.File.Path) == FileFormat.Notebook)
        {
            foreach (var cell in Notebook.CellsOf(tree))
            {
                if (cell.Python is { } code)
                    yield return new EmbeddedDocument(code, FileFormat.Python);
                foreach (var command in cell.Commands.Where(command => CommandMarkers.AreIn(command.Text)))
                    yield return new EmbeddedDocument(command, FileFormat.Shell);
            }

            yield break;
        }

        foreach (var node in yaml.Root.DescendantsAndSelf())
        {
            if (node is YamlScalar scalar && FormatOf(scalar) is { } format and not FileFormat.Shell)
                yield return new EmbeddedDocument(new EmbeddedText(tree.TextOf(scalar)), format) { IsCertain = IsWorkflow(scalar, format) };
        }
    }

    /// <summary>The format of the document that <paramref name="scalar"/> is; null where it is none.</summary>
    public static FileFormat? FormatOf(YamlScalar scalar)
    {
        if (EmbeddedScripts.IsRead(scalar))
            return FileFormat.Shell;
        var isJson = scalar.Value.AsSpan().Trim() is ['{', .., '}'];
        if (scalar.Style == YamlScalarStyle.Plain || !(isJson || scalar.Value.Contains('\n')))
            return null;
        if (scalar.Entry?.KeyText is { } name && FileFormats.Of(name) == FileFormat.Python)
            return PythonDocuments.MayMatter(scalar.Value) ? FileFormat.Python : null;
        if (WorkflowText.MayBe(scalar.Value) || HoldsImages(scalar))
            return isJson ? FileFormat.Json : FileFormat.Yaml;
        if (OptionFileSettings.FormatOf(scalar) is { } options)
            return options;
        return EmbeddedRequirements.Are(scalar) ? FileFormat.Requirements : null;
    }

    /// <summary>A file that a ConfigMap or its like holds under its name, with what every workflow has.</summary>
    private static bool IsWorkflow(YamlScalar scalar, FileFormat format) =>
        format is FileFormat.Yaml or FileFormat.Json
        && scalar.Entry?.KeyText is { } key && FileFormats.Of(key) is FileFormat.Yaml or FileFormat.Json
        && scalar.Value.Contains("sourceConfig", StringComparison.Ordinal)
        && scalar.Value.Contains("workflowConfig", StringComparison.Ordinal);

    /// <summary>Values of a chart in an Argo CD application, a Compose file in a ConfigMap.</summary>
    private static bool HoldsImages(YamlScalar scalar) =>
        scalar.Value.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal)
        && scalar.Entry?.KeyText is { } key
        && (key == "values" || FileFormats.Of(key) is FileFormat.Yaml or FileFormat.Json);
}
