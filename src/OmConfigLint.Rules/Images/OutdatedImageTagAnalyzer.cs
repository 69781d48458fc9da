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
        TargetTagFix.For(use, "brings it to", Reason(use.Reference.Role)));

    private static string Reason(VersionRole role) => role is VersionRole.ServerImage or VersionRole.DatabaseImage
        ? "the new release migrates the database, which cannot be taken back"
        : "it has to be of the release of the server, which is upgraded with it";
}
