using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A script runs a workflow, and nothing runs the one that took over a part of its work (kind <c>missing-companion-run</c>). Parameters: <c>command</c> and
/// <c>pipeline</c>; <c>companion-command</c> and <c>companion</c>, its type; <c>message</c>, in which <c>{file}</c> and <c>{companion}</c> are filled in, and <c>label</c>.
/// </summary>
internal sealed class MissingCompanionRunAnalyzer : CommandAnalyzer
{
    private readonly string _command;
    private readonly string _pipeline;
    private readonly string _companionCommand;
    private readonly string _companion;
    private readonly string _message;
    private readonly string _label;

    public MissingCompanionRunAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("command", "pipeline", "companion-command", "companion", "message", "label");
        _command = parameters.Text("command");
        _pipeline = parameters.Text("pipeline");
        _companionCommand = parameters.Text("companion-command");
        _companion = parameters.Text("companion");
        _message = parameters.Text("message");
        _label = parameters.Text("label");
    }

    protected override void Analyze(CommandInvocation command, DocumentAnalysisContext context)
    {
        if (WorkflowRun.Of(command) is not { } run || run.Command != _command || CommandRelease.Of(command, context) < Rule.Since
            || run.Open(context) is not { IsExported: false, ServiceName: { } service } workflow || workflow.PipelineType != _pipeline)
        {
            return;
        }

        var index = context.Files.Index;
        var companions = index.Find(WorkflowFact.KeyOf(_companion, service)).OfType<WorkflowFact>().ToList();
        if (companions is not [var companion] || WorkflowRunFact.Find(index, _companionCommand, companion.Path).Any())
            return;

        context.Report(new Finding(
            Rule,
            context.Document.File,
            command.Span,
            _message.Replace("{file}", run.File, StringComparison.Ordinal).Replace("{companion}", companion.Path, StringComparison.Ordinal),
            _label,
            [companion.Locate($"{_companion} workflow of the same service")],
            new ConfigFix(
                $"run `metadata {_companionCommand} -c {companion.Path}` behind it",
                FixSafety.Manual,
                [],
                [],
                "where the file is at run time is not known here",
                proposal: CompanionRun(run, workflow.Document.File.Path, companion.Path)),
            $"metadata {run.Command} {run.FileName}"));
    }

    /// <summary>The command as it is written, for the other file.</summary>
    private string CompanionRun(WorkflowRun run, string path, string companionPath)
    {
        // A file in the same directory is reached as the first one is.
        var file = DirectoryOf(path) == DirectoryOf(companionPath) ? DirectoryOf(run.File) + companionPath[DirectoryOf(companionPath).Length..] : companionPath;
        var words = run.Invocation.AllWords.Select(word => word.Value).ToList();
        var start = words.Count - run.Invocation.Words.Length;
        words[start + run.CommandIndex] = _companionCommand;
        for (var i = start; i < words.Count; i++)
        {
            if (words[i].EndsWith(run.File, StringComparison.Ordinal))
                words[i] = words[i][..^run.File.Length] + file;
        }

        return string.Join(' ', words.Select(word => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word));
    }

    private static string DirectoryOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
