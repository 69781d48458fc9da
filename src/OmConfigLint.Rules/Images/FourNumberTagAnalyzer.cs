using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Images;

/// <summary>
/// A tag of four numbers where an image has only such of three (kind <c>four-number-tag</c>). Parameter <c>images</c>: <c>server</c> for those that
/// never have them, <c>ingestion</c> for those that got them later.
/// </summary>
internal sealed class FourNumberTagAnalyzer(Rule rule, RuleParameters parameters, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ProblemOf(parameters))
{
    private readonly string _label = parameters.Text("label");

    protected override Finding? Check(ImageUse use)
    {
        var version = ReleaseVersion.Parse(use.Tag.Text!);
        var server = new ReleaseVersion(version.Major, version.Minor, version.Patch, 0, 3);
        return Create(
            use,
            $"`{use.Reference.Name}` has no tag `{use.Tag.Text}`",
            _label,
            new ImageTagFix($"writes three numbers: `{server}`", server.ToString(), "it may be an image of one's own, or a rare extra build") { FitsAllImages = true });
    }

    private static ImageProblem ProblemOf(RuleParameters parameters)
    {
        parameters.Expect("images", "label");
        return parameters.Text("images") switch
        {
            "server" => ImageProblem.FourNumbers,
            "ingestion" => ImageProblem.EarlyFourNumbers,
            var other => throw new RuleParameterException("four-number-tag", $"`images` is `{other}`; it is server or ingestion"),
        };
    }
}
