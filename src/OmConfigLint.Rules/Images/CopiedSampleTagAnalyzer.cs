using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>The tag that official samples kept long after its release, beside a server that is newer (kind <c>copied-sample-tag</c>).</summary>
internal sealed class CopiedSampleTagAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.CopiedSample)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context)
    {
        var servers = context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>().Where(fact => fact.Role == VersionRole.ServerImage);
        if (servers.Any(fact => fact.Text == tag.Text))
            return null;
        return Create(
            reference,
            tag,
            context,
            $"`{reference.Name}:{tag.Text}` comes from samples that were never brought up to date",
            $"a server of {context.Releases.Target} refuses it",
            TargetTagFix.For(reference, context, "brings it to", "the workflows that it runs must be of the new release too"));
    }
}
