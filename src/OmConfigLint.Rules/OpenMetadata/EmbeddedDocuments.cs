using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the documents that stand inside others: a workflow in a ConfigMap's block scalar.</summary>
internal static class EmbeddedDocuments
{
    /// <summary>The documents inside <paramref name="document"/>.</summary>
    public static IEnumerable<EmbeddedDocument> Find(ConfigDocument document)
    {
        // A workflow holds none, and most files that are looked at are workflows.
        if (document.Tree is not YamlTree tree || document.Yaml is not { } yaml || document.Find<IngestionWorkflow>() is not null)
            yield break;
        foreach (var node in yaml.Root.DescendantsAndSelf())
        {
            if (node is YamlScalar { Style: not YamlScalarStyle.Plain } scalar && (HoldsWorkflow(scalar.Value) || HoldsImages(scalar)))
                yield return new EmbeddedDocument(new EmbeddedText(tree.TextOf(scalar)), scalar.Value.AsSpan().TrimStart() is ['{', ..] ? FileFormat.Json : FileFormat.Yaml);
        }
    }

    /// <summary>Values of a chart in an Argo CD application, a Compose file in a ConfigMap.</summary>
    private static bool HoldsImages(YamlScalar scalar) =>
        scalar.Value.Contains('\n')
        && scalar.Value.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal)
        && scalar.Entry?.KeyText is { } key
        && (key == "values" || FileFormats.Of(key) is FileFormat.Yaml or FileFormat.Json);

    private static bool HoldsWorkflow(string value) => value.Contains('\n') && value.Contains("sourceConfig", StringComparison.Ordinal);
}
