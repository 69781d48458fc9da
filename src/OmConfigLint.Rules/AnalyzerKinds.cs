using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.Images;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Rules.Workflows;

namespace OmConfigLint.Rules;

/// <summary>The kinds of check that a rule page can name, each with the class that does it.</summary>
internal static class AnalyzerKinds
{
    /// <summary>Creates the analyzer of <paramref name="page"/>; null for <c>engine</c>, whose rules the engine itself reports.</summary>
    /// <exception cref="RuleParameterException">No such kind, or a parameter that it lacks.</exception>
    public static ConfigAnalyzer? Create(RulePage page, Func<string, PipelineSplit> splits)
    {
        var rule = page.ToRule();
        var parameters = page.With;
        return page.Analyzer switch
        {
            "engine" => null,
            "behaviour-changed" => new BehaviourChangedAnalyzer(rule, parameters),
            "default-changed" => new DefaultChangedAnalyzer(rule, parameters),
            "floating-ingestion-tag" => new FloatingIngestionTagAnalyzer(rule),
            "implicit-split" => new ImplicitSplitAnalyzer(rule, parameters, splits),
            "latest-image-tag" => new LatestImageTagAnalyzer(rule),
            "moved-property" => new MovedPropertyAnalyzer(rule, parameters, splits),
            "outdated-workflow" => new OutdatedWorkflowAnalyzer(rule),
            "new-pipeline-type" => new NewPipelineTypeAnalyzer(rule, parameters),
            "pre-release-image-tag" => new PreReleaseImageTagAnalyzer(rule),
            _ => throw new RuleParameterException(page.Id, $"`{page.Analyzer}` is no kind of analyzer"),
        };
    }
}
