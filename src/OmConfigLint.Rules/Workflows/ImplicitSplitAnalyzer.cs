using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// A workflow that relied on the old defaults of properties that have moved to another type: nothing in it is refused, and what the defaults
/// did stops (kind <c>implicit-split</c>). Parameters: <c>split</c>, <c>message</c>, <c>label</c>.
/// </summary>
internal sealed class ImplicitSplitAnalyzer(Rule rule, RuleParameters parameters, Func<string, PipelineSplit> splits) : WorkflowAnalyzer(rule)
{
    private readonly PipelineSplit _split = splits(parameters.Text("split"));
    private readonly string _message = parameters.Text("message");
    private readonly string _label = parameters.Text("label");

    protected override void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (!IsOf(_split.From, workflow, context)
            || workflow.PipelineTypeEntry is not { } type
            || _split.Moves.Any(move => !move.Stays && !IsKnownAbsent(move.From, workflow, context))
            || SplitFix.HasNothingToMove(workflow, _split))
        {
            return;
        }

        var division = SplitFix.For(workflow, _split, context);
        if (division.Existing is not null)
            return;

        context.Report(new Finding(
            Rule,
            context.Document.File,
            type.Span,
            _message,
            _label,
            [.. division.Runs.Select(run => run.Locate($"`metadata {run.Command}` runs it here"))],
            division.Fix.Demote("the workflow may do without it on purpose"),
            YamlPath.Of(type)));
    }
}
