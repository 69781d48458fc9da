using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Commands;

/// <summary>
/// A program that has another name (kind <c>renamed-program</c>). Parameters: <c>program</c>, <c>to</c>; <c>commands</c>, each with <c>name</c> and
/// <c>to</c>, and with <c>because</c> where the new one does not do the same.
/// </summary>
internal sealed class RenamedProgramAnalyzer : CommandAnalyzer
{
    private readonly string _program;
    private readonly string _to;
    private readonly ImmutableArray<(string Name, string To, string? Because)> _commands;

    public RenamedProgramAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("program", "to", "commands");
        _program = parameters.Text("program");
        _to = parameters.Text("to");
        _commands = [.. parameters.Children("commands").Select(command => (command.Text("name"), command.Text("to"), command.OptionalText("because")))];
    }

    protected override void Analyze(CommandInvocation command, DocumentAnalysisContext context)
    {
        // Other projects have scripts of that name.
        if (command.Program != _program || !OpenMetadataName.IsIn(command.Document.File.Outermost.Text) || CommandRelease.Of(command, context) < Rule.Since || command.IndexOfCommand(_commands.Select(known => known.Name)) is not (> 0 and var index))
            return;
        var (name, to, because) = _commands.First(known => known.Name == command.Words[index].Value);
        context.Report(new Finding(
            Rule,
            context.Document.File,
            command.SpanOf(0, index + 1),
            $"`{_program}` is gone since {Rule.Since}",
            $"`{_to} {to}` does that",
            fix: Mend(command, index, name, to, because),
            nodePath: $"{_program} {name}"));
    }

    private ConfigFix Mend(CommandInvocation command, int index, string name, string to, string? because)
    {
        var builder = new FixBuilder($"writes `{_to} {to}`");
        if (because is not null)
            builder.MakeUnsafe(because);
        var program = command.Words[0].Text;
        var editor = builder.Edit(command.Document.File, command.Document.Tree);
        editor.ReplaceText(program, new TextSpan(program.Value.Length - _program.Length, _program.Length), _to);
        if (to != name)
            editor.ReplaceText(command.Words[index].Text, new TextSpan(0, name.Length), to);
        return builder.Build();
    }
}
