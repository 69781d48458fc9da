using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.Python;

/// <summary>
/// A variable of an operator's environment that names a pipeline type which is gone (kind <c>pipeline-variable</c>). Parameters: <c>type</c>,
/// <c>message</c>, <c>advice</c>.
/// </summary>
internal sealed class PipelineVariableAnalyzer(Rule rule, RuleParameters parameters) : ConfigAnalyzer(rule)
{
    private readonly string _type = parameters.Text("type");
    private readonly string _message = parameters.Text("message");
    private readonly string _advice = parameters.Text("advice");

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Tree is not PythonTree tree)
            return;
        foreach (var dict in tree.Dicts)
        {
            if (dict["pipelineType"] is not { Value: PythonString { Operation: null, Holes.IsEmpty: true } text } entry
                || text.Text.Text != _type
                || dict.Entry is not { Container: PythonCall call, Name: "environment" or "env_vars" or "env" })
            {
                continue;
            }

            context.Report(new Finding(Rule, context.Document.File, entry.Span, _message, fix: ConfigFix.Manual(_advice), nodePath: $"{call.CalleeName}.pipelineType"));
        }
    }
}
