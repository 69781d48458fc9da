using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Workflows;

/// <summary>A pipeline type that the target release does not know yet (kind <c>new-pipeline-type</c>). Parameter: <c>pipeline</c>.</summary>
internal sealed class NewPipelineTypeAnalyzer(Rule rule, RuleParameters parameters) : WorkflowAnalyzer(rule)
{
    private readonly string _pipeline = parameters.Text("pipeline");

    /// <inheritdoc/>
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is { } since && releases.Target < since;

    protected override void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (!IsOf(_pipeline, workflow, context) || workflow.PipelineTypeEntry is not { } type)
            return;

        context.Report(new Finding(
            Rule,
            context.Document.File,
            type.Span,
            $"the pipeline type `{_pipeline}` does not exist before {Rule.Since}",
            $"unknown to {context.Releases.Target}",
            nodePath: YamlPath.Of(type)));
    }
}
