using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>Brings an image to the release that was asked for.</summary>
internal static class TargetTagFix
{
    /// <summary>The fix for <paramref name="reference"/>; advice only where no release was asked for.</summary>
    /// <param name="reference">The image.</param>
    /// <param name="context">Where it is analysed.</param>
    /// <param name="reason">Why the fix is not safe.</param>
    public static ImageTagFix For(ImageReference reference, DocumentAnalysisContext context, string reason)
    {
        if (context.Releases.AskedTarget is null)
            return new ImageTagFix("pin it to the release of the server", null, "no target release was asked for");
        var tag = TagOf(context.Releases.Target, reference, context);
        return new ImageTagFix($"pins it to `{tag}`", tag, reason) { FitsAllImages = tag.Count(c => c == '.') == 2 };
    }

    /// <summary>The tag of <paramref name="release"/> that pins the image: of four numbers where it has such.</summary>
    public static string TagOf(ReleaseVersion release, ImageReference reference, DocumentAnalysisContext context)
    {
        var server = new ReleaseVersion(release.Major, release.Minor, release.Patch, 0, 3);
        var sharesTag = reference.Tag.Variable is not null;
        return reference.Image.HasPackageTags && server >= OpenMetadataImages.PackageTagsSince && !sharesTag
            ? IngestionPackageRelease.Of(release, context).Version.ToString()
            : server.ToString();
    }
}
