using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A command of <c>metadata</c> that went away, or is going to (kind <c>removed-command</c>). Parameters: <c>commands</c>; <c>until</c>, the release
/// from which on another page speaks of it, where there is one; <c>message</c>, in which <c>{command}</c> is filled in, <c>label</c>, <c>remedy</c>.
/// </summary>
internal sealed class RemovedCommandAnalyzer : CommandAnalyzer
{
    private readonly ImmutableArray<string> _commands;
    private readonly ReleaseVersion? _until;
    private readonly string _message;
    private readonly string _label;
    private readonly string _remedy;

    public RemovedCommandAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("commands", "until", "message", "label", "remedy");
        _commands = parameters.List("commands");
        _until = parameters.OptionalText("until") is { } until ? ReleaseVersion.Parse(until) : null;
        _message = parameters.Text("message");
        _label = parameters.Text("label");
        _remedy = parameters.Text("remedy");
    }

    protected override void Analyze(CommandInvocation command, DocumentAnalysisContext context)
    {
        if (MetadataCommands.IndexIn(command) is not (> 0 and var index) || !_commands.Contains(command.Words[index].Value))
            return;
        var release = CommandRelease.Of(command, context);
        if (release < Rule.Since || release >= _until)
            return;
        var name = command.Words[index].Value;
        context.Report(new Finding(
            Rule,
            context.Document.File,
            command.SpanOf(0, index + 1),
            _message.Replace("{command}", name, StringComparison.Ordinal),
            _label,
            fix: ConfigFix.Manual(_remedy),
            nodePath: $"{MetadataCommands.Program} {name}"));
    }
}
