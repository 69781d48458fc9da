using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>The release of the ingestion package that goes with a release of the server: four numbers for three.</summary>
/// <param name="Version">The four numbers.</param>
/// <param name="Pin">The requirement in the tree that pins it; null where there is none.</param>
/// <param name="IsKnown">True where omlint knows that release, or the tree pins it; false where the fourth number is assumed.</param>
internal readonly record struct IngestionPackageRelease(ReleaseVersion Version, VersionFact? Pin, bool IsKnown)
{
    private const string Package = "openmetadata-ingestion";

    /// <summary>The package for <paramref name="release"/>: the one that the tree pins, else the newest known, else the first.</summary>
    public static IngestionPackageRelease Of(ReleaseVersion release, ImageUse use)
    {
        if (release.PartCount == 4)
            return new IngestionPackageRelease(release, null, IsKnown: true);
        var pins = use.Context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>()
            .Where(fact => fact is { Role: VersionRole.Package, Name: Package, Version: { PartCount: 4 } pinned } && IsOf(pinned, release))
            .DistinctBy(fact => fact.Version)
            .ToList();
        if (pins.Count == 1)
            return new IngestionPackageRelease(pins[0].Version!.Value, pins[0], IsKnown: true);

        var known = use.Catalog.Packages.Where(one => IsOf(one.Version, release)).Select(one => one.Version).ToList();
        return known.Count > 0
            ? new IngestionPackageRelease(known[^1], null, IsKnown: true)
            : new IngestionPackageRelease(new ReleaseVersion(release.Major, release.Minor, release.Patch, 0, 4), null, IsKnown: false);
    }

    /// <summary>Why a fix that writes the number is not safe; null where it is.</summary>
    public string? Doubt => Pin is not null ? null
        : IsKnown ? "it may not be the package that runs today"
        : "omlint does not know the package's releases of these three numbers, and takes the first";

    private static bool IsOf(ReleaseVersion version, ReleaseVersion release) =>
        (version.Major, version.Minor, version.Patch) == (release.Major, release.Minor, release.Patch);
}
