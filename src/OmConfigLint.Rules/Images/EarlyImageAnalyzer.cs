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

    public EarlyImageAnalyzer(Rule rule, RuleParameters parameters, ReleaseCatalogs catalogs)
        : base(rule, catalogs, ImageProblem.BeforeFirstRelease)
    {
        parameters.Expect("image", "instead");
        _image = parameters.Text("image");
        _instead = parameters.Text("instead");
    }

    protected override Finding? Check(ImageUse use)
    {
        if (use.Reference.Image.Name != _image)
            return null;
        return new Finding(
            Rule,
            use.Context.Document.File,
            use.Reference.NameSpan,
            $"`{use.Reference.Name}` does not exist before {use.Reference.Image.Since}",
            $"not in {use.Tag.Text}",
            fix: Rule.Fix == FixAvailability.Manual
                ? ConfigFix.Manual($"take `{OpenMetadataImages.Organization}{_instead}`, or a newer release")
                : ImageNameFix.To(use.Reference, _instead, use.Context, reason: null),
            nodePath: use.Reference.Path);
    }
}
