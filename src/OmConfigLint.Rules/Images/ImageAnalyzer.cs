using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An analyzer of the images that have one certain problem.</summary>
internal abstract class ImageAnalyzer(Rule rule, ReleaseCatalogs catalogs, ImageProblem problem) : ConfigAnalyzer(rule)
{
    /// <summary>A tag is judged as it stands, whatever release is in use.</summary>
    public sealed override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is ImageReference;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var reference in context.Document.Models.OfType<ImageReference>())
        {
            if (reference.IsBuilt)
                continue;
            var use = new ImageUse(reference, ResolvedTag.Of(reference, context), context, catalogs.Of(context));
            if (ImageDiagnosis.Of(use) == problem && Check(use) is { } finding)
                context.Report(finding);
        }
    }

    /// <summary>The finding for an image that has the problem; null where there is nothing to say.</summary>
    protected abstract Finding? Check(ImageUse use);

    /// <summary>A finding at the tag; at the reference where there is none, or it is written in another file.</summary>
    protected Finding Create(ImageUse use, string message, string label, ImageTagFix fix)
    {
        var file = use.Context.Document.File;
        var place = use.Tag.Place;
        var isHere = place?.File == file;
        return new Finding(
            Rule,
            file,
            isHere ? place!.SourceSpan : use.Reference.Span,
            message,
            label,
            place is not null && !isHere ? [place.Locate("the tag is written here")] : [],
            fix.Build(use),
            use.Reference.Path);
    }
}
