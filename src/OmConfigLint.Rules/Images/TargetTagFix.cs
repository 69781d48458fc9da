using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>Brings an image to the release that was asked for, else to that of the server beside it.</summary>
internal static class TargetTagFix
{
    /// <summary>The fix for <paramref name="use"/>; advice only where no release is known to be meant.</summary>
    /// <param name="use">The image.</param>
    /// <param name="verb">What the fix does, as in <c>pins it to</c>.</param>
    /// <param name="reason">Why the fix is not safe.</param>
    public static ImageTagFix For(ImageUse use, string verb, string reason)
    {
        var release = use.Context.Releases.AskedTarget is null ? ServerRelease(use) : use.Context.Releases.Target;
        return release is { } known ? To(known, use, verb, reason) : new ImageTagFix("pin it to the release of the server", null, "no target release was asked for");
    }

    /// <summary>The fix that writes the tag of <paramref name="release"/>.</summary>
    public static ImageTagFix To(ReleaseVersion release, ImageUse use, string verb, string reason)
    {
        var tag = TagOf(release, use);
        return new ImageTagFix($"{verb} `{tag}`", tag.ToString(), reason) { FitsAllImages = tag.PartCount == 3 };
    }

    /// <summary>
    /// The tag of <paramref name="release"/> that pins the image: of four numbers where it has such. A variable may be the tag of other images too,
    /// and gets three.
    /// </summary>
    private static ReleaseVersion TagOf(ReleaseVersion release, ImageUse use)
    {
        var server = new ReleaseVersion(release.Major, release.Minor, release.Patch, 0, 3);
        return use.Reference.Image.HasPackageTags && use.Reference.Tag.Variable is null && server >= OpenMetadataImages.PackageTagsSince
            ? IngestionPackageRelease.Of(release, use).Version
            : server;
    }

    /// <summary>The release of the servers in the same directory; null where there is none, or they differ.</summary>
    private static ReleaseVersion? ServerRelease(ImageUse use)
    {
        var group = VersionFact.GroupOf(use.Reference.Document.File.Path);
        var releases = use.Context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>()
            .Where(fact => fact.Role == VersionRole.ServerImage && fact.Group == group)
            .Select(fact => fact.Version)
            .OfType<ReleaseVersion>()
            .Where(version => version.PartCount == 3)
            .Distinct()
            .ToList();
        return releases.Count == 1 ? releases[0] : null;
    }
}
