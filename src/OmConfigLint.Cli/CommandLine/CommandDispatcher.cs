using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Cli.CommandLine.Completion;
using OmConfigLint.Cli.Init;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>Runs what a command line asks for.</summary>
internal static class CommandDispatcher
{
    /// <summary>Runs.</summary>
    /// <param name="words">The words behind <c>omlint</c>.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="check">Does a check.</param>
    /// <param name="cancellationToken">Ends a command other than a check.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        ImmutableArray<string> words, Terminal terminal, Func<CommandLineOptions, Terminal, int> check, CancellationToken cancellationToken = default)
    {
        switch (CommandLineSyntax.Parse(words, () => ReleasesOf(terminal.CurrentDirectory)))
        {
            case UsageError error:
                return terminal.Fail(error.Message);
            case HelpRequest help:
                terminal.Output.Write(help.Text);
                return ExitCodes.Success;
            case VersionRequest:
                terminal.Output.WriteLine(VersionText.Create());
                return ExitCodes.Success;
            case ExplainRequest explain:
                return ExplainCommand.Run(explain, terminal);
            case ListRulesRequest rules:
                return ListRulesCommand.Run(rules, terminal);
            case InitRequest init:
                return new InitCommand(init, terminal).Run(cancellationToken);
            case CompletionRequest completion:
                terminal.Output.Write(CompletionScript.For(completion.Shell));
                return ExitCodes.Success;
            case CheckRequest request:
                return check(request.Options, terminal);
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>The releases that count in <paramref name="directory"/>.</summary>
    private static ReleaseCatalog ReleasesOf(string directory) =>
        new ReleaseCatalogs().Of(new EditorConfigSettings(directory).For(Path.Join(directory, "any.yaml")).Releases);
}
