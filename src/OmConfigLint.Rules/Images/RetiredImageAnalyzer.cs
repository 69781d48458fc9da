using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image that has a successor (kind <c>retired-image</c>).</summary>
internal sealed class RetiredImageAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.Retired)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context) => new(
        Rule,
        context.Document.File,
        reference.NameSpan,
        $"`{reference.Name}` ended with {reference.Image.Until}",
        $"continued as `{OpenMetadataImages.Organization}{reference.Image.Successor}`",
        fix: ImageNameFix.To(reference, reference.Image.Successor!, context, "its tag must be that of the server, and its settings have other names"),
        nodePath: reference.Path);
}
