using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the tag that a release of the chart <c>openmetadata</c> sets beside the chart's version.</summary>
internal static class ChartImageTags
{
    private static readonly string[] ValuesKeys = ["values", "valuesObject", "valuesInline"];

    /// <summary>
    /// The tags at <paramref name="chart"/>, the mapping that names the chart: <c>helm.parameters</c> and <c>helm.valuesObject</c> of an Argo CD
    /// source, <c>values</c> of a Flux release, <c>valuesInline</c> of a kustomization.
    /// </summary>
    public static IEnumerable<ChartImageTag> In(ConfigDocument document, YamlMapping chart)
    {
        var helm = chart.Find("helm")?.Value as YamlMapping;
        if (helm?.Find("parameters")?.Value is YamlSequence parameters && TagIn(document, parameters) is { } parameter)
            yield return parameter;
        foreach (var owner in new[] { helm, chart, FluxSpecOf(chart) })
        {
            foreach (var key in ValuesKeys)
            {
                if (owner?.Find(key)?.Value is YamlMapping values && TagIn(document, values) is { } tag)
                    yield return tag;
            }
        }
    }

    /// <summary>The tags in <paramref name="release"/>, a <c>helm_release</c>: blocks <c>set</c>, or a list of objects of that name.</summary>
    public static IEnumerable<ChartImageTag> In(ConfigDocument document, HclTree tree, HclNode release)
    {
        var settings = release.Children
            .Where(child => child.Key == "set")
            .SelectMany(child => child.Kind == HclNodeKind.List ? child.Children : [child])
            .ToList();
        if (!IsOwnImage(Value(ChartImageTag.Repository)?.Value))
            yield break;
        if (Value(ChartImageTag.Parameter) is { Token: { } token, Interpolations.IsEmpty: true } node)
            yield return new ChartImageTag(document, WholeOf(document, token.Text), node.Path);

        HclNode? Value(string name) => settings.LastOrDefault(setting => setting.Find("name")?.Value == name)?.Find("value") is { Kind: HclNodeKind.String } value
            ? value
            : null;
    }

    private static ChartImageTag? TagIn(ConfigDocument document, YamlSequence parameters)
    {
        return IsOwnImage(Value(ChartImageTag.Repository)?.Value) ? Create(document, Value(ChartImageTag.Parameter)) : null;

        YamlScalar? Value(string name) => parameters.Items
            .OfType<YamlMapping>()
            .LastOrDefault(item => item.Find("name")?.Value is YamlScalar scalar && scalar.Value == name)
            ?.Find("value")?.Value as YamlScalar;
    }

    // An image with its repository beside the tag is recognised by that, wherever it stands.
    private static ChartImageTag? TagIn(ConfigDocument document, YamlMapping values) =>
        values.Find("image")?.Value is YamlMapping image && image.Find("repository") is null
            ? Create(document, image.Find("tag")?.Value as YamlScalar)
            : null;

    private static ChartImageTag? Create(ConfigDocument document, YamlScalar? tag) => tag is { Value.Length: > 0 }
        ? new ChartImageTag(document, WholeOf(document, document.YamlTree.TextOf(tag)), YamlPath.Of(tag))
        : null;

    private static VersionPlace WholeOf(ConfigDocument document, MappedText text) =>
        new(document.File, document.Tree, text, new TextSpan(0, text.Value.Length));

    private static bool IsOwnImage(string? repository) =>
        repository is null || repository.EndsWith("openmetadata/server", StringComparison.Ordinal);

    /// <summary>Flux names the chart in <c>spec.chart.spec</c> and its values in <c>spec</c>.</summary>
    private static YamlMapping? FluxSpecOf(YamlMapping chart) =>
        chart.Find("sourceRef") is not null && chart.Entry is { KeyText: "spec" } spec && spec.Mapping.Entry is { KeyText: "chart" } outer
            ? outer.Mapping
            : null;
}
