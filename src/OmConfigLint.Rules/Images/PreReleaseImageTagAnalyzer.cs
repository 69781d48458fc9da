using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image of a build before a release (kind <c>pre-release-image-tag</c>).</summary>
internal sealed class PreReleaseImageTagAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.PreRelease)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context)
    {
        if (!ReleaseTag.TryParse(tag.Text!, out var release))
            return null;
        var target = context.Releases.AskedTarget is null ? ReleaseOf(release.Version) : context.Releases.Target;
        return Create(
            reference,
            tag,
            context,
            $"the tag `{tag.Text}` of `{reference.Name}` is a build before the release",
            "changes without notice, or goes",
            target is { } known
                ? TargetTagFix.To(known, reference, context, "pins it to", "a release may differ from the builds before it")
                : new ImageTagFix("pin it to a release", null, $"omlint does not know a release {release.Version}"));
    }

    /// <summary>The release that a build came before.</summary>
    private static ReleaseVersion? ReleaseOf(ReleaseVersion version) => OpenMetadataReleases.All
        .Where(release => (release.Version.Major, release.Version.Minor, release.Version.Patch) == (version.Major, version.Minor, version.Patch))
        .Select(release => (ReleaseVersion?)release.Version)
        .FirstOrDefault();
}
