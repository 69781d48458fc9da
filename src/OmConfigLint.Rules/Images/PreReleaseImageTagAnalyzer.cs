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
        var target = context.Releases.AskedTarget is null ? Final(release.Version) : context.Releases.Target;
        var fix = target is { } known ? Pin(known) : new ImageTagFix("pin it to a release", null, $"{release.Version} is no release that omlint knows");
        return Create(
            reference,
            tag,
            context,
            $"the tag `{tag.Text}` of `{reference.Name}` is a build before the release",
            "changes without notice, or goes",
            fix);

        ImageTagFix Pin(ReleaseVersion version)
        {
            var newTag = TargetTagFix.TagOf(version, reference, context);
            return new ImageTagFix($"pins it to `{newTag}`", newTag, "a release may differ from the builds before it") { FitsAllImages = newTag.Count(c => c == '.') == 2 };
        }
    }

    private static ReleaseVersion? Final(ReleaseVersion version) => OpenMetadataReleases.All
        .Where(release => (release.Version.Major, release.Version.Minor, release.Version.Patch) == (version.Major, version.Minor, version.Patch))
        .Select(release => (ReleaseVersion?)release.Version)
        .FirstOrDefault();
}
