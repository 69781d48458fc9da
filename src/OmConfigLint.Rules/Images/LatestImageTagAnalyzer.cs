using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image without a tag, or with <c>latest</c> (kind <c>latest-image-tag</c>).</summary>
internal sealed class LatestImageTagAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.Latest)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context) => Create(
        reference,
        tag,
        context,
        tag.Text is null ? $"`{reference.Name}` has no tag, which means `latest`" : $"`{reference.Name}` is pinned to no release",
        "another release from one pull to the next",
        TargetTagFix.For(reference, context, "the image that runs today may be of another release"));
}
