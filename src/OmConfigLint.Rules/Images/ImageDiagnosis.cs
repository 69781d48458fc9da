using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
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

    /// <summary>What is wrong with <paramref name="reference"/>.</summary>
    /// <param name="reference">The image.</param>
    /// <param name="tag">Its tag, variables followed; null where none is written or it is not known.</param>
    /// <param name="releases">The upgrade in question.</param>
    /// <param name="newest">The newest release that is known.</param>
    public static ImageProblem Of(ImageReference reference, string? tag, ReleaseRange releases, ReleaseVersion newest)
    {
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
        return OfRelease(reference, release.Version, releases, newest);
    }

    private static ImageProblem OfRelease(ImageReference reference, ReleaseVersion version, ReleaseRange releases, ReleaseVersion newest)
    {
        var image = reference.Image;
        if (IsNewer(version, newest))
            return ImageProblem.Unknown;
        if (image.Since is { } since && version < since)
            return ImageProblem.BeforeFirstRelease;
        if (version.PartCount == 4 && !image.HasPackageTags && !IsKnown(version))
            return ImageProblem.FourNumbers;
        if (version.PartCount == 4 && image.HasPackageTags && version < PackageTagsNotBefore)
            return ImageProblem.EarlyFourNumbers;
        if (image.Name == SampleImage && version.ToString() == SampleTag && releases.Target > version && releases.AskedTarget != version)
            return ImageProblem.CopiedSample;
        if (IsOutdated(version, releases))
            return ImageProblem.Outdated;
        return version.PartCount == 3 && image.HasPackageTags && version >= OpenMetadataImages.PackageTagsSince && !reference.HasDigest
            ? ImageProblem.Floating
            : ImageProblem.None;
    }

    /// <summary>True where <paramref name="version"/> is older than the release that was asked for. Where a line was asked for, all of it is new enough.</summary>
    public static bool IsOutdated(ReleaseVersion version, ReleaseRange releases) => releases.AskedTarget is { } asked && (asked.PartCount == 2
        ? (version.Major, version.Minor).CompareTo((asked.Major, asked.Minor)) < 0
        : (version.Major, version.Minor, version.Patch).CompareTo((asked.Major, asked.Minor, asked.Patch)) < 0);

    // The fourth number is the package's own.
    private static bool IsNewer(ReleaseVersion version, ReleaseVersion newest) =>
        (version.Major, version.Minor, version.Patch).CompareTo((newest.Major, newest.Minor, newest.Patch)) > 0;

    private static bool IsKnown(ReleaseVersion version) => OpenMetadataReleases.All.Any(release => release.Version == version);
}
