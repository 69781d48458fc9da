using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.Python;

/// <summary>
/// A class that is given a workflow of a type that another class runs (kind <c>workflow-class</c>). Parameters: <c>pipeline</c>, the type;
/// <c>from</c> and <c>to</c>, the two classes with their modules.
/// </summary>
internal sealed class WorkflowClassAnalyzer(Rule rule, RuleParameters parameters) : PythonCodeAnalyzer(rule)
{
    private readonly string _pipeline = parameters.Text("pipeline");
    private readonly string _from = parameters.Text("from");
    private readonly string _to = parameters.Text("to");

    protected override void Analyze(PythonModule module, DocumentAnalysisContext context)
    {
        var tree = module.Tree;
        var oldName = PythonMove.LastOf(_from);
        if (tree.Imports.FirstOrDefault(import => import.IsFrom && import.Module?.Text == PythonMove.ModuleOf(_from) && import.Names.Any(name => name.Name.Text == oldName)) is not { } import)
            return;
        var creations = tree.Calls.Where(call => call.Callee == oldName + ".create").ToList();
        var wrong = creations.Where(call => CreatedWorkflow.Of(tree, call, context)?.PipelineType == _pipeline).ToList();
        foreach (var call in wrong)
        {
            context.Report(new Finding(
                Rule,
                context.Document.File,
                call.CalleeSpan,
                $"`{oldName}` does not run workflows of the type {_pipeline}",
                $"the configuration is for `{_to}`",
                fix: FixOf(tree, import, wrong.Count == creations.Count, context),
                nodePath: call.Callee));
        }
    }

    private ConfigFix FixOf(PythonTree tree, PythonImport import, bool isOnly, DocumentAnalysisContext context)
    {
        var title = $"runs it with `{_to}`";
        if (!isOnly)
            return ConfigFix.Manual(title, $"`{PythonMove.LastOf(_from)}` runs other workflows here as well");
        var builder = new FixBuilder(title);
        builder.MakeUnsafe("the workflow then does its work, which it did not before");
        try
        {
            new PythonRename(tree, builder, context.Document.File).Class(import, _from, _to);
        }
        catch (SyntaxEditException exception)
        {
            return ConfigFix.Manual(title, exception.Message);
        }

        return builder.Build();
    }
}
