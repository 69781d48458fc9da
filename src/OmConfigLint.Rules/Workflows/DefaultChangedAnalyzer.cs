using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// A property that is not written and whose default has changed (kind <c>default-changed</c>). Parameters: <c>pipeline</c>, <c>property</c>,
/// <c>old</c>, <c>new</c>, <c>label</c>.
/// </summary>
internal sealed class DefaultChangedAnalyzer(Rule rule, RuleParameters parameters) : WorkflowAnalyzer(rule)
{
    private readonly string _pipeline = parameters.Text("pipeline");
    private readonly string _property = parameters.Text("property");
    private readonly string _old = parameters.Text("old");
    private readonly string _new = parameters.Text("new");
    private readonly string _label = parameters.Text("label");

    protected override void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (!IsOf(_pipeline, workflow, context)
            || workflow.PipelineTypeEntry is not { } type
            || !IsKnownAbsent(_property, workflow, context))
        {
            return;
        }

        context.Report(new Finding(
            Rule,
            context.Document.File,
            type.Span,
            $"the default of `{_property}` in {_pipeline} workflows changed from `{_old}` to `{_new}` in {Rule.Since}",
            _label,
            fix: Write(workflow, context),
            nodePath: YamlPath.Of(type)));
    }

    private ConfigFix Write(IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        var title = $"writes the old default out: `{_property}: {_old}`";
        if (workflow.IsConfigShared)
            return ConfigFix.Manual(title, $"`config` is shared through {workflow.SharedThrough}");

        var builder = new FixBuilder(title);
        builder.MakeUnsafe("the new default may be what is wanted");
        builder.Edit(context.Document.File, context.Document.YamlTree)
            .InsertAfter(workflow.PipelineTypeEntry!, _property, YamlNewValue.Plain(_old));
        return builder.Build();
    }
}
