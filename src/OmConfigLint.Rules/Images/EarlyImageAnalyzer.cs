using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Images;

/// <summary>
/// An image with the tag of a release that did not have it yet (kind <c>early-image</c>). Parameters: <c>image</c>, <c>instead</c>, the image that
/// the release has.
/// </summary>
internal sealed class EarlyImageAnalyzer : ImageAnalyzer
{
    private readonly string _image;
    private readonly string _instead;

    public EarlyImageAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule, ImageProblem.BeforeFirstRelease)
    {
        parameters.Expect("image", "instead");
        _image = parameters.Text("image");
        _instead = parameters.Text("instead");
    }

    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context)
    {
        if (reference.Image.Name != _image)
            return null;
        return new Finding(
            Rule,
            context.Document.File,
            reference.NameSpan,
            $"`{reference.Name}` does not exist before {reference.Image.Since}",
            $"not in {tag.Text}",
            fix: Rule.Fix == FixAvailability.Manual
                ? ConfigFix.Manual($"take `{OpenMetadataImages.Organization}{_instead}`, or a newer release")
                : ImageNameFix.To(reference, _instead, context, reason: null),
            nodePath: reference.Path);
    }
}
