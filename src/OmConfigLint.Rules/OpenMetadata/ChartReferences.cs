using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// Finds OpenMetadata's charts: dependencies in <c>Chart.yaml</c>, sources of Argo CD applications, <c>helmCharts</c> of a kustomization,
/// Flux's Helm releases, helmfile's releases, Terraform's
/// <c>helm_release</c>.
/// </summary>
internal static class ChartReferences
{
    /// <summary>The chart that installs the server.</summary>
    private const string Server = "openmetadata";

    private static readonly string[] Charts = [Server, "openmetadata-dependencies"];
    private static readonly string[] Repositories = ["helm.open-metadata.org", "open-metadata.github.io/openmetadata-helm-charts"];
    private static readonly string[] Aliases = ["open-metadata", "openmetadata"];
    private static readonly string[] RepositoryKeys = ["repoURL", "repo", "repository"];
    private static readonly string[] VersionKeys = ["targetRevision", "version"];

    /// <summary>The charts that <paramref name="document"/> names, each with the tag of its image where one is set beside it.</summary>
    public static IEnumerable<IVersionedReference> In(ConfigDocument document) => document.Tree is HclTree terraform ? InTerraform(document, terraform) : InYaml(document);

    private static IEnumerable<IVersionedReference> InTerraform(ConfigDocument document, HclTree tree)
    {
        foreach (var release in tree.Root.Children.Where(node => node.IsBlock("resource", "helm_release")))
        {
            if (release.Find("chart") is not { Kind: HclNodeKind.String, Token: { } name }
                || NameOf(name.Value, release.Find("repository")?.Value) is not { } chart
                || release.Find("version") is not { Kind: HclNodeKind.String, Token: { } version, Interpolations.IsEmpty: true } node)
            {
                continue;
            }

            var place = new VersionPlace(document.File, tree, version.Text, new TextSpan(0, version.Value.Length));
            yield return new ChartReference(document, chart, place.SourceSpan, place, node.Path, IsDependency: false);
            if (chart == Server)
            {
                foreach (var tag in ChartImageTags.In(document, tree, release))
                    yield return tag;
            }
        }
    }

    private static IEnumerable<IVersionedReference> InYaml(ConfigDocument document)
    {
        var text = document.Tree.Text;
        if (document.Yaml is not { } yaml
            || !(text.Contains("open-metadata", StringComparison.Ordinal) || text.Contains("HelmRelease", StringComparison.Ordinal)
                || text.Contains("openmetadata/openmetadata", StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var node in yaml.Root.DescendantsAndSelf())
        {
            if (node is not YamlMapping mapping || Bind(document, mapping) is not { } reference)
                continue;
            yield return reference;
            if (reference.Name == Server)
            {
                foreach (var tag in ChartImageTags.In(document, mapping))
                    yield return tag;
            }
        }
    }

    private static ChartReference? Bind(ConfigDocument document, YamlMapping mapping)
    {
        if ((mapping.Find("chart") ?? mapping.Find("name"))?.Value is not YamlScalar name || NameOf(mapping, name) is not { } chart)
            return null;
        var version = VersionKeys.Select(mapping.Find).FirstOrDefault(entry => entry is not null);
        var text = version?.Value is YamlScalar { Value.Length: > 0 } scalar ? document.YamlTree.TextOf(scalar) : null;
        var isDependency = mapping.Parent?.Entry is { KeyText: "dependencies" };
        return version is null && !isDependency
            ? null
            : new ChartReference(
                document,
                chart,
                text?.SourceSpan ?? name.Span,
                text is null ? null : new VersionPlace(document.File, document.Tree, text, new TextSpan(0, text.Value.Length)),
                YamlPath.Of(version ?? name.Entry!),
                isDependency);
    }

    private static string? NameOf(YamlMapping mapping, YamlScalar name)
    {
        var repository = RepositoryKeys.Select(mapping.Find).FirstOrDefault(entry => entry is not null)?.Value as YamlScalar;
        // Flux names the repository elsewhere.
        return repository is null && mapping.Find("sourceRef") is not null && name.Entry?.KeyText == "chart" && Charts.Contains(name.Value)
            ? name.Value
            : NameOf(name.Value, repository?.Value);
    }

    /// <summary>The chart that a text names, where it is certain to be OpenMetadata's.</summary>
    private static string? NameOf(string name, string? repository)
    {
        var slash = name.LastIndexOf('/');
        var chart = name[(slash + 1)..];
        if (!Charts.Contains(chart))
            return null;
        if (slash >= 0)
            return Aliases.Contains(name[..slash]) || IsOwn(name) ? chart : null;
        return repository is not null && (IsOwn(repository) || (repository is ['@', .. var alias] && Aliases.Contains(alias))) ? chart : null;
    }

    private static bool IsOwn(string address) => Repositories.Any(repository => address.Contains(repository, StringComparison.Ordinal));
}
