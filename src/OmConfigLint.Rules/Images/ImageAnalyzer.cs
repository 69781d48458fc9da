using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An analyzer of the images that have one certain problem.</summary>
internal abstract class ImageAnalyzer(Rule rule, ImageProblem problem) : ConfigAnalyzer(rule)
{
    /// <summary>A tag is judged as it stands, whatever release is in use.</summary>
    public sealed override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var reference in context.Document.Models.OfType<ImageReference>())
        {
            if (reference.IsBuilt)
                continue;
            var tag = ResolvedTag.Of(reference, context);
            if (ImageDiagnosis.Of(reference, tag.Text, context.Releases, OpenMetadataReleases.Newest) == problem && Check(reference, tag, context) is { } finding)
                context.Report(finding);
        }
    }

    /// <summary>The finding for <paramref name="reference"/>, which has the problem; null where there is nothing to say.</summary>
    protected abstract Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context);

    /// <summary>A finding at the tag; at the reference where there is none, or it is written in another file.</summary>
    protected Finding Create(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context, string message, string label, ImageTagFix fix)
    {
        var file = context.Document.File;
        var isHere = tag.Place is { } place && place.File == file;
        return new Finding(
            Rule,
            file,
            isHere ? tag.Place!.SourceSpan : reference.Span,
            message,
            label,
            tag.Place is not null && !isHere ? [tag.Place.Locate("the tag is written here")] : [],
            fix.Build(reference, tag, context),
            reference.Path);
    }
}
