using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image of a release before the one that was asked for (kind <c>outdated-image-tag</c>).</summary>
internal sealed class OutdatedImageTagAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.Outdated)
{
    protected override Finding? Check(ImageUse use) => Create(
        use,
        $"`{use.Reference.Name}` is of {use.Tag.Text}, and the target is {use.Context.Releases.AskedTarget}",
        "older than the target",
        TargetTagFix.For(use, "brings it to", "the new release migrates the database, which cannot be taken back"));
}
