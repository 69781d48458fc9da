using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image that has a successor (kind <c>retired-image</c>).</summary>
internal sealed class RetiredImageAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.Retired)
{
    protected override Finding? Check(ImageUse use) => new(
        Rule,
        use.Context.Document.File,
        use.Reference.NameSpan,
        $"`{use.Reference.Name}` ended with {use.Reference.Image.Until}",
        $"continued as `{OpenMetadataImages.Organization}{use.Reference.Image.Successor}`",
        fix: ImageNameFix.To(use.Reference, use.Reference.Image.Successor!, use.Context, "its tag must be that of the server, and its settings have other names"),
        nodePath: use.Reference.Path);
}
