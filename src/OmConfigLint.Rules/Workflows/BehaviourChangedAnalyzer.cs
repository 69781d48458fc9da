using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// A property that is still accepted but means something else (kind <c>behaviour-changed</c>). Parameters: <c>path</c> from the document's
/// root, <c>message</c>, <c>label</c>.
/// </summary>
internal sealed class BehaviourChangedAnalyzer(Rule rule, RuleParameters parameters) : WorkflowAnalyzer(rule)
{
    private readonly string _path = parameters.Text("path");
    private readonly string _message = parameters.Text("message");
    private readonly string _label = parameters.Text("label");

    protected override void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (workflow.Find(_path) is { } entry)
            context.Report(new Finding(Rule, context.Document.File, entry.Span, _message, _label, nodePath: YamlPath.Of(entry)));
    }
}
