using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>Images that are pulled from Docker Hub, told once a file (kind <c>docker-hub-image</c>).</summary>
internal sealed class DockerHubImageAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    private static readonly string[] Hosts = ["", "docker.io", "index.docker.io", "registry-1.docker.io"];

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is ImageReference;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        // Several scripts in a workflow's steps are documents of one file.
        if (context.Siblings.FirstOrDefault(sibling => ReferencesOf(sibling).Any()) != context.Document)
            return;
        var references = context.Siblings.SelectMany(ReferencesOf).ToList();
        var first = references[0];
        context.Report(new Finding(
            Rule,
            context.Document.File,
            first.Span,
            $"OpenMetadata's own files name its images on `{OpenMetadataImages.Registry}` since {Rule.Since}",
            "pulled from Docker Hub",
            [.. references.Skip(1).Select(other => other.Locate("pulled from Docker Hub too"))],
            nodePath: first.Path));
    }

    private static IEnumerable<ImageReference> ReferencesOf(ConfigDocument document) => document.Models.OfType<ImageReference>().Where(IsOnDockerHub);

    private static bool IsOnDockerHub(ImageReference reference) =>
        !reference.IsBuilt && reference.Image.Successor is null && reference.Parts.Mirror.IsEmpty && Hosts.Contains(reference.Registry)
        && (reference.Tag.Place is not { } place || (ReleaseTag.TryParse(place.Value, out var tag) && tag.Suffix.Length == 0));
}
