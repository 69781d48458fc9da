using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>Tells what is wrong with an image and its tag. The rules about images ask it, so that one cause is told once.</summary>
internal static class ImageDiagnosis
{
    /// <summary>What the tag is when none is written.</summary>
    public const string Latest = "latest";

    // Official pages kept it in their samples for years.
    private const string SampleImage = "ingestion-base";
    private const string SampleTag = "0.13.2";

    // The builds began to push the second tag between these two; which patch had it first is not known.
    private static readonly ReleaseVersion PackageTagsNotBefore = new(1, 4, 4, 0, 3);

    /// <summary>What is wrong with an image.</summary>
    public static ImageProblem Of(ImageUse use)
    {
        var (reference, tag) = (use.Reference, use.Tag.Text);
        var image = reference.Image;
        if (image.Successor is not null)
            return ImageProblem.Retired;
        if (tag is null or Latest)
            return (tag is not null || reference.Tag.Kind == ImageTagKind.None) && !reference.HasDigest ? ImageProblem.Latest : ImageProblem.None;
        if (!ReleaseTag.TryParse(tag, out var release))
            return ImageProblem.None;
        if (release.IsPreRelease)
            return ImageProblem.PreRelease;
        if (release.Suffix.Length > 0 || release.Version.PartCount < 3)
            return ImageProblem.None;
        return OfRelease(use, release.Version);
    }

    private static ImageProblem OfRelease(ImageUse use, ReleaseVersion version)
    {
        var (image, releases) = (use.Reference.Image, use.Context.Releases);
        if (IsNewer(version, use.Catalog.Newest))
            return ImageProblem.Unknown;
        if (image.Since is { } since && version < since)
            return ImageProblem.BeforeFirstRelease;
        if (version.PartCount == 4 && !image.HasPackageTags && !use.Catalog.Servers.Any(release => release.Version == version))
            return ImageProblem.FourNumbers;
        if (version.PartCount == 4 && image.HasPackageTags && version < PackageTagsNotBefore)
            return ImageProblem.EarlyFourNumbers;
        if (image.Name == SampleImage && version.ToString() == SampleTag && releases.Target > version && releases.AskedTarget != version)
            return ImageProblem.CopiedSample;
        if (releases.IsOutdated(version))
            return ImageProblem.Outdated;
        return version.PartCount == 3 && image.HasPackageTags && version >= OpenMetadataImages.PackageTagsSince && !use.Reference.HasDigest
            ? ImageProblem.Floating
            : ImageProblem.None;
    }

    /// <summary>True where <paramref name="version"/> is of a later release than <paramref name="newest"/>; the fourth number is the package's own.</summary>
    public static bool IsNewer(ReleaseVersion version, ReleaseVersion newest) =>
        (version.Major, version.Minor, version.Patch).CompareTo((newest.Major, newest.Minor, newest.Patch)) > 0;
}
