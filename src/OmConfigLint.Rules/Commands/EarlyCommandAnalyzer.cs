using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A command that the release does not have yet (kind <c>early-command</c>). Parameters: <c>commands</c>, each with <c>name</c>, which is a program or
/// <c>metadata</c> and its command, <c>since</c> and <c>instead</c>.
/// </summary>
internal sealed class EarlyCommandAnalyzer : CommandAnalyzer
{
    private readonly ImmutableArray<(string Name, ReleaseVersion Since, string Instead)> _commands;

    public EarlyCommandAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("commands");
        _commands = [.. parameters.Children("commands").Select(command => (command.Text("name"), ReleaseVersion.Parse(command.Text("since")), command.Text("instead")))];
    }

    protected override void Analyze(CommandInvocation command, DocumentAnalysisContext context)
    {
        var index = Math.Max(0, MetadataCommands.IndexIn(command));
        var name = index > 0 ? $"{command.Program} {command.Words[index]}" : command.Program;
        foreach (var (known, since, instead) in _commands)
        {
            if (known != name || CommandRelease.Of(command, context) is var release && release >= since)
                continue;
            context.Report(new Finding(
                Rule,
                context.Document.File,
                command.SpanOf(0, index + 1),
                $"`{name}` does not exist before {since}",
                $"not in {release}",
                fix: ConfigFix.Manual(instead),
                nodePath: name));
        }
    }
}
