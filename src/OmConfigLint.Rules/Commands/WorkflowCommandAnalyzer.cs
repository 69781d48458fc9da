using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A workflow that is run by the command for another type (kind <c>workflow-command</c>). Parameters: <c>cases</c>, each with <c>command</c>; <c>type</c>
/// or <c>source</c>, the workflow's type or the type of its source, of which neither means any workflow; <c>to</c>, the command that runs it, where there
/// is one; <c>message</c>, in which <c>{type}</c> is filled in, <c>remedy</c> where there is no such command, and <c>because</c> where the fix is not safe.
/// </summary>
internal sealed class WorkflowCommandAnalyzer : CommandAnalyzer
{
    private readonly ImmutableArray<Case> _cases;

    public WorkflowCommandAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("cases");
        _cases = [.. parameters.Children("cases").Select(one => new Case(
            one.Text("command"),
            one.OptionalText("type"),
            one.OptionalText("source"),
            one.OptionalText("to"),
            one.Text("message"),
            one.OptionalText("remedy"),
            one.OptionalText("because")))];
    }

    protected override void Analyze(CommandInvocation command, DocumentAnalysisContext context)
    {
        if (WorkflowRun.Of(command) is not { } run || !_cases.Any(one => one.Command == run.Command) || CommandRelease.Of(command, context) < Rule.Since)
            return;
        if (run.Open(context) is not { IsExported: false } workflow)
            return;
        foreach (var one in _cases)
        {
            if (one.Command != run.Command || (one.Type is not null && one.Type != workflow.PipelineType) || (one.Source is not null && one.Source != SourceTypeOf(workflow)))
                continue;
            var place = workflow.PipelineTypeEntry?.Span ?? workflow.Source.Span;
            context.Report(new Finding(
                Rule,
                context.Document.File,
                command.SpanOf(0, run.CommandIndex + 1),
                one.Message.Replace("{file}", run.File, StringComparison.Ordinal),
                one.To is null ? null : $"`metadata {one.To}` runs it",
                [RelatedLocation.In(workflow.Document.File, place, "the workflow")],
                Mend(run, one),
                $"metadata {run.Command} {run.FileName}"));
            return;
        }
    }

    private static ConfigFix Mend(WorkflowRun run, Case one)
    {
        if (one.To is null)
            return ConfigFix.Manual(one.Remedy ?? throw new InvalidOperationException("a case has a command or a remedy"));
        var builder = new FixBuilder($"writes `metadata {one.To}`");
        if (one.Because is not null)
            builder.MakeUnsafe(one.Because);
        var (document, word) = (run.Invocation.Document, run.Invocation.Words[run.CommandIndex]);
        builder.Edit(document.File, document.Tree).ReplaceText(word.Text, new TextSpan(0, word.Value.Length), one.To);
        return builder.Build();
    }

    private static string? SourceTypeOf(IngestionWorkflow workflow) => (workflow.Source.Find("type")?.Value.Resolved as YamlScalar)?.Value;

    private sealed record Case(string Command, string? Type, string? Source, string? To, string Message, string? Remedy, string? Because);
}
