using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Workflows;

/// <summary>An analyzer of ingestion workflows.</summary>
internal abstract class WorkflowAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <inheritdoc/>
    public sealed override bool IsAbout(object model) => model is IngestionWorkflow;

    /// <inheritdoc/>
    public sealed override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var model in context.Document.Models)
        {
            if (model is IngestionWorkflow workflow)
                Analyze(workflow, context);
        }
    }

    /// <summary>True for a workflow of type <paramref name="pipeline"/>; one whose type is not known is told of.</summary>
    protected static bool IsOf(string pipeline, IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (workflow.IsTypeUnknown)
            context.ReportUnevaluated(workflow.PipelineTypeEntry!.Span, "the workflow's type is not known before it is filled in");
        return workflow.PipelineType == pipeline;
    }

    /// <summary>True where <c>config</c> has no <paramref name="property"/>, whatever a template is given; where that is not known, it is told of.</summary>
    protected static bool IsKnownAbsent(string property, IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (MergedMapping.Find(workflow.Config, property) is { } found)
        {
            if (workflow.Uncertainty?.IsConditional(found.Entry) == true)
                context.ReportUnevaluated(found.Entry.Span, $"whether `{property}` is there depends on a condition of the template");
            return false;
        }

        if (workflow.MayHoldMore)
        {
            if (workflow.HasUnknownEntries)
                context.ReportUnevaluated(workflow.PipelineTypeEntry?.Span ?? workflow.Config.Span, "what else the code puts into `config` is not known");
            return false;
        }

        if (workflow.Uncertainty?.OpenPlace is not { } place)
            return true;
        context.ReportUnevaluated(place, "what else the template writes into `config` is not known");
        return false;
    }

    /// <summary>Reports what it finds in <paramref name="workflow"/>.</summary>
    protected abstract void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context);
}
