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

    /// <summary>Reports what it finds in <paramref name="workflow"/>.</summary>
    protected abstract void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context);
}
