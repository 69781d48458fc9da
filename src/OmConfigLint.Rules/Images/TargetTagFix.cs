using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>Brings an image to the release that was asked for, else to that of the server beside it.</summary>
internal static class TargetTagFix
{
    /// <summary>The fix for <paramref name="reference"/>; advice only where no release is known to be meant.</summary>
    /// <param name="reference">The image.</param>
    /// <param name="context">Where it is analysed.</param>
    /// <param name="verb">What the fix does, as in <c>pins it to</c>.</param>
    /// <param name="reason">Why the fix is not safe.</param>
    public static ImageTagFix For(ImageReference reference, DocumentAnalysisContext context, string verb, string reason)
    {
        var release = context.Releases.AskedTarget is null ? ServerRelease(reference, context) : context.Releases.Target;
        return release is { } known ? To(known, reference, context, verb, reason) : new ImageTagFix("pin it to the release of the server", null, "no target release was asked for");
    }

    /// <summary>The fix that writes the tag of <paramref name="release"/>.</summary>
    public static ImageTagFix To(ReleaseVersion release, ImageReference reference, DocumentAnalysisContext context, string verb, string reason)
    {
        var tag = TagOf(release, reference, context);
        return new ImageTagFix($"{verb} `{tag}`", tag.ToString(), reason) { FitsAllImages = tag.PartCount == 3 };
    }

    /// <summary>
    /// The tag of <paramref name="release"/> that pins the image: of four numbers where it has such. A variable may be the tag of other images too,
    /// and gets three.
    /// </summary>
    private static ReleaseVersion TagOf(ReleaseVersion release, ImageReference reference, DocumentAnalysisContext context)
    {
        var server = new ReleaseVersion(release.Major, release.Minor, release.Patch, 0, 3);
        return reference.Image.HasPackageTags && reference.Tag.Variable is null && server >= OpenMetadataImages.PackageTagsSince
            ? IngestionPackageRelease.Of(release, context).Version
            : server;
    }

    /// <summary>The release of the servers in the same directory; null where there is none, or they differ.</summary>
    private static ReleaseVersion? ServerRelease(ImageReference reference, DocumentAnalysisContext context)
    {
        var group = VersionFact.GroupOf(reference.Document.File.Path);
        var releases = context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>()
            .Where(fact => fact.Role == VersionRole.ServerImage && fact.Group == group)
            .Select(fact => fact.Version)
            .OfType<ReleaseVersion>()
            .Where(version => version.PartCount == 3)
            .Distinct()
            .ToList();
        return releases.Count == 1 ? releases[0] : null;
    }
}
