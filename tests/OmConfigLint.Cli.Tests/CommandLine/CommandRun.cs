using System.Text;
using OmConfigLint.Cli.CommandLine;

namespace OmConfigLint.Cli.Tests.CommandLine;

/// <summary>What a command line prints and returns.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] words)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int exitCode;
        using (var terminal = new Terminal(Stream.Null, output, error, isOutputTerminal: false, isErrorTerminal: false, _ => null))
            exitCode = CommandDispatcher.Run([.. words], terminal, (_, _) => throw new InvalidOperationException("a check"));
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
