using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image without a tag, or with <c>latest</c> (kind <c>latest-image-tag</c>).</summary>
internal sealed class LatestImageTagAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.Latest)
{
    protected override Finding? Check(ImageUse use) => Create(
        use,
        use.Tag.Text is null ? $"`{use.Reference.Name}` has no tag, which means `latest`" : $"`{use.Reference.Name}` is pinned to no release",
        "another release from one pull to the next",
        TargetTagFix.For(use, "pins it to", "the image that runs today may be of another release"));
}
