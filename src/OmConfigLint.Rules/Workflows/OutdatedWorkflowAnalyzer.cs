using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Workflows;

/// <summary>A workflow in a shape that no release since 0.11 reads (kind <c>outdated-workflow</c>). No parameters.</summary>
internal sealed class OutdatedWorkflowAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <summary>Always: whatever the releases, nothing else can be said of such a file.</summary>
    public override bool AppliesTo(ReleaseRange releases) => true;

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is OutdatedWorkflow;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Find<OutdatedWorkflow>() is not { } workflow)
            return;
        context.Report(new Finding(
            Rule,
            context.Document.File,
            workflow.Sign.Key.Span,
            "the workflow has the shape of a release before 0.11, which omlint does not read",
            $"`{workflow.Sign.KeyText}` became `serviceName` under `source`",
            nodePath: YamlPath.Of(workflow.Sign)));
    }
}
