using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image of a release before the one that was asked for (kind <c>outdated-image-tag</c>).</summary>
internal sealed class OutdatedImageTagAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.Outdated)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context) => Create(
        reference,
        tag,
        context,
        $"`{reference.Name}` is of {tag.Text}, and the target is {context.Releases.AskedTarget}",
        "older than the target",
        TargetTagFix.For(reference, context, "brings it to", "the new release migrates the database, which cannot be taken back"));
}
