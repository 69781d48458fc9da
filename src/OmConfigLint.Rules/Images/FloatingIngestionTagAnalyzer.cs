using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An ingestion image whose tag of three numbers moves with the package's releases (kind <c>floating-ingestion-tag</c>).</summary>
internal sealed class FloatingIngestionTagAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.Floating)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context)
    {
        if (!ReleaseTag.TryParse(tag.Text!, out var release))
            return null;
        var package = IngestionPackageRelease.Of(release.Version, context);
        var title = package.Pin is { } pin ? $"pins it to `{package.Version}`, as {pin.Path} does" : $"pins it to `{package.Version}`";
        return Create(
            reference,
            tag,
            context,
            $"the tag `{tag.Text}` of `{reference.Name}` moves to the newest ingestion package of that release",
            $"{tag.Text}.0, .1, … from one pull to the next",
            new ImageTagFix(title, package.Version.ToString(), package.Doubt));
    }
}
