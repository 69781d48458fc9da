using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>The tag that official samples kept long after its release, beside a server that is newer (kind <c>copied-sample-tag</c>).</summary>
internal sealed class CopiedSampleTagAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.CopiedSample)
{
    protected override Finding? Check(ImageUse use)
    {
        var servers = use.Context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>().Where(fact => fact.Role == VersionRole.ServerImage);
        if (servers.Any(fact => fact.Text == use.Tag.Text))
            return null;
        return Create(
            use,
            $"`{use.Reference.Name}:{use.Tag.Text}` comes from samples that were never brought up to date",
            $"a server of {use.Context.Releases.Target} refuses it",
            TargetTagFix.For(use, "brings it to", "the workflows that it runs must be of the new release too"));
    }
}
