using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image of a build before a release (kind <c>pre-release-image-tag</c>).</summary>
internal sealed class PreReleaseImageTagAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.PreRelease)
{
    protected override Finding? Check(ImageUse use)
    {
        if (!ReleaseTag.TryParse(use.Tag.Text!, out var release))
            return null;
        var target = use.Context.Releases.AskedTarget is null ? ReleaseOf(release.Version, use.Catalog) : use.Context.Releases.Target;
        return Create(
            use,
            $"the tag `{use.Tag.Text}` of `{use.Reference.Name}` is a build before the release",
            "changes without notice, or goes",
            target is { } known
                ? TargetTagFix.To(known, use, "pins it to", "a release may differ from the builds before it")
                : new ImageTagFix("pin it to a release", null, $"omlint does not know a release {release.Version}"));
    }

    /// <summary>The release that a build came before.</summary>
    private static ReleaseVersion? ReleaseOf(ReleaseVersion version, ReleaseCatalog catalog) => catalog.Servers
        .Where(release => (release.Version.Major, release.Version.Minor, release.Version.Patch) == (version.Major, version.Minor, version.Patch))
        .Select(release => (ReleaseVersion?)release.Version)
        .FirstOrDefault();
}
