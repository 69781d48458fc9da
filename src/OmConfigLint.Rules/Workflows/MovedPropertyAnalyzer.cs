using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// A property of one pipeline type that the target release has under another type only (kind <c>moved-property</c>). Parameters:
/// <c>pipeline</c>, <c>property</c>, <c>to.pipeline</c>, <c>to.property</c>; <c>split</c> names the data by which a workflow is divided, and
/// without it the property goes to the one workflow of the new type that the service has.
/// </summary>
internal sealed class MovedPropertyAnalyzer : WorkflowAnalyzer
{
    private readonly string _pipeline;
    private readonly string _property;
    private readonly string _newPipeline;
    private readonly string _newProperty;
    private readonly PipelineSplit? _split;

    public MovedPropertyAnalyzer(Rule rule, RuleParameters parameters, Func<string, PipelineSplit> splits)
        : base(rule)
    {
        _pipeline = parameters.Text("pipeline");
        _property = parameters.Text("property");
        _newPipeline = parameters.Child("to").Text("pipeline");
        _newProperty = parameters.Child("to").Text("property");
        _split = parameters.Contains("split") ? splits(parameters.Text("split")) : null;
    }

    /// <summary>The type that has the property now.</summary>
    public string NewPipeline => _newPipeline;

    protected override void Analyze(IngestionWorkflow workflow, DocumentAnalysisContext context)
    {
        if (!IsOf(_pipeline, workflow, context) || MergedMapping.Find(workflow.Config, _property) is not { } found)
        {
            if (workflow.PipelineType == _pipeline)
                IsKnownAbsent(_property, workflow, context);
            return;
        }

        var file = context.Document.File;
        var related = ImmutableArray.CreateBuilder<RelatedLocation>();
        var span = found.Entry.Span;
        if (found.Merge is not null)
        {
            span = found.Merge.Span;
            related.Add(RelatedLocation.In(file, found.Entry.Span, $"`{_property}` is written here"));
        }

        var fix = _split is null ? MoveToExisting(workflow, found.Entry, found.Merge, context, related) : Divide(workflow, _split, context, related);
        context.Report(new Finding(
            Rule,
            file,
            span,
            $"`{_property}` was removed from {_pipeline} workflows in {Rule.Since}",
            Label(workflow, found.Entry),
            related.ToImmutable(),
            fix,
            YamlPath.Of(found.Merge ?? found.Entry)));
    }

    private string Label(IngestionWorkflow workflow, YamlEntry entry)
    {
        if (_split is not null && SplitFix.HasNothingToMove(workflow, _split))
            return $"turned off, so nothing moves to {_newPipeline}";
        var moves = _newProperty == _property ? $"moves to {_newPipeline}" : $"moves to {_newPipeline} as `{_newProperty}`";
        return entry.Value.Resolved is YamlScalar scalar && UnknownText.IsIn(scalar.Value)
            ? moves + (EnvironmentReference.IsIn(scalar.Value) ? ", with its variable as it is: its value is not known here" : ", as it is: its value is not known here")
            : moves;
    }

    private static ConfigFix Divide(
        IngestionWorkflow workflow, PipelineSplit split, DocumentAnalysisContext context, ImmutableArray<RelatedLocation>.Builder related)
    {
        var division = SplitFix.For(workflow, split, context);
        if (division.Existing is { } existing)
            related.Add(existing.Locate($"{split.To} workflow of the same service"));
        related.AddRange(division.Runs.Select(run => run.Locate($"`metadata {run.Command}` runs it here")));
        return division.Fix;
    }

    private ConfigFix MoveToExisting(
        IngestionWorkflow workflow,
        YamlEntry entry,
        YamlEntry? merge,
        DocumentAnalysisContext context,
        ImmutableArray<RelatedLocation>.Builder related)
    {
        var advice = $"write `{_newProperty}` into the {_newPipeline} workflow of `{workflow.ServiceName}` and remove it here";
        if (entry.Value.Resolved is not YamlScalar value)
            return ConfigFix.Manual(advice);
        if (merge is not null || workflow.IsConfigShared)
            return ConfigFix.Manual(advice, $"the property is shared through {workflow.SharedThrough}");

        var candidates = workflow.ServiceKey is { } service
            ? context.Files.Index.Find(WorkflowFact.KeyOf(_newPipeline, service)).OfType<WorkflowFact>().ToImmutableArray()
            : [];
        related.AddRange(candidates.Select(candidate => candidate.Locate($"{_newPipeline} workflow of the same service")));
        if (candidates.Length != 1)
            return ConfigFix.Manual(advice, candidates.IsEmpty ? $"no {_newPipeline} workflow of the service was found" : $"several {_newPipeline} workflows of the service were found");

        var target = candidates[0];
        if (Open(target, context) is not { } opened || opened.Workflow.PipelineTypeEntry is not { } neighbour || opened.Workflow.IsConfigShared)
            return ConfigFix.Manual(advice, $"`{target.Path}` cannot be edited with certainty");

        var builder = new FixBuilder($"moves `{_property}` to {target.Path}");
        builder.MakeUnsafe($"it then works in another run, that of the {_newPipeline} workflow");
        builder.Edit(context.Document.File, context.Document.YamlTree).Remove(entry);
        if (MergedMapping.Find(opened.Workflow.Config, _newProperty) is not { } present)
            builder.Edit(opened.File, opened.Workflow.Document.YamlTree).InsertAfter(neighbour, _newProperty, value.IsImplicit ? YamlNewValue.Plain(value.Value) : YamlNewValue.String(value.Value));
        else if (CanonicalText.Of(present.Entry.Value) != CanonicalText.Of(entry.Value))
            return ConfigFix.Manual(advice, $"`{target.Path}` has another value already");
        return builder.Build();
    }

    private static (SourceFile File, IngestionWorkflow Workflow)? Open(WorkflowFact target, DocumentAnalysisContext context)
    {
        var own = context.Document;
        if (target.DocumentIndex < 0 || own.File.Embedding is not null)
            return null;
        var (file, tree) = target.Path == own.File.Path ? (own.File, own.Tree) : context.Files.TryParse(target.Path) ?? default;
        if (tree is not YamlTree yaml || target.DocumentIndex >= yaml.Documents.Length)
            return null;
        var document = new ConfigDocument(file, tree, target.DocumentIndex, WorkspaceModels.Bind);
        return document.Find<IngestionWorkflow>() is { } workflow ? (file, workflow) : null;
    }
}
