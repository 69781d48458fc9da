using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>A server's container that is told to run as root (kind <c>server-as-root</c>).</summary>
internal sealed class ServerAsRootAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <summary>An image is judged as it stands, whatever release is in use.</summary>
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is ImageReference;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var image in context.Document.Models.OfType<ImageReference>())
        {
            if (image.Role != VersionRole.ServerImage || IsBefore(ResolvedTag.Of(image, context), context) || RootUser.Find(image) is not { } user)
                continue;
            context.Report(new Finding(
                Rule,
                context.Document.File,
                user.Span,
                $"the server's image has a user of its own since {Rule.Since}, and this runs it as root",
                "uid 1000 (`openmetadata`) without it",
                [image.Locate("the image")],
                ConfigFix.Manual("remove it, and give the files that are mounted to uid 1000 (`fsGroup: 1000` in a manifest)"),
                YamlPath.Of(user)));
        }
    }

    private bool IsBefore(ResolvedTag tag, DocumentAnalysisContext context) =>
        tag.Text is { } text && ReleaseTag.TryParse(text, out var release) && release.Version < Rule.Since && !context.Releases.IsOutdated(release.Version);
}
