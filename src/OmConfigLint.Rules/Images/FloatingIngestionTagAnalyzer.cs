using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An ingestion image whose tag of three numbers moves with the package's releases (kind <c>floating-ingestion-tag</c>).</summary>
internal sealed class FloatingIngestionTagAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.Floating)
{
    protected override Finding? Check(ImageUse use)
    {
        if (!ReleaseTag.TryParse(use.Tag.Text!, out var release))
            return null;
        var package = IngestionPackageRelease.Of(release.Version, use);
        var title = package.Pin is { } pin ? $"pins it to `{package.Version}`, as {pin.Path} does" : $"pins it to `{package.Version}`";
        return Create(
            use,
            $"the tag `{use.Tag.Text}` of `{use.Reference.Name}` moves to the newest ingestion package of that release",
            $"{use.Tag.Text}.0, .1, … from one pull to the next",
            new ImageTagFix(title, package.Version.ToString(), package.Doubt));
    }
}
