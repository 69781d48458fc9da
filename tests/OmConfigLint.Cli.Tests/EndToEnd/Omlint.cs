using System.Diagnostics;
using System.Text;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>
/// Runs omlint in a directory as a user does: in this process or, where the environment variable <c>OMLINT</c> names one, through a built
/// binary. What needs a terminal, an environment or a clock of its own runs in this process.
/// </summary>
internal sealed record Omlint(string Directory)
{
    private static readonly string? Binary = Environment.GetEnvironmentVariable("OMLINT") is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    /// <summary>What a person sees on a terminal, or what a file or pipe gets.</summary>
    public bool OnTerminal { get; init; }

    /// <summary>Standard input.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>Environment variables; null for none that omlint reads.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    /// <summary>The clock; null for the system's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Runs omlint on the files in <paramref name="directory"/>.</summary>
    public static OmlintRun Run(TemporaryDirectory directory, params string[] words) => new Omlint(directory.Path).Run(words);

    /// <summary>Runs omlint.</summary>
    public OmlintRun Run(params string[] words) =>
        Binary is null || OnTerminal || Variables is not null || Clock is not null ? RunHere(words) : RunBinary(Binary, words);

    private OmlintRun RunHere(string[] words)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int exitCode;
        using (var terminal = new Terminal(
            new MemoryStream(Input), output, error, OnTerminal, OnTerminal, name => Variables?.GetValueOrDefault(name))
        {
            CurrentDirectory = Directory,
            Clock = Clock ?? TimeProvider.System,
        })
        {
            exitCode = CommandDispatcher.Run(
                [.. words], terminal, (options, _) => CheckCommand.Run(terminal, options, TestContext.Current.CancellationToken));
        }

        return new OmlintRun(exitCode, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }

    private OmlintRun RunBinary(string binary, string[] words)
    {
        var start = new ProcessStartInfo(binary, words)
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in (string[])["CI", "NO_COLOR", "FORCE_COLOR"])
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(Input);
            process.StandardInput.Close();
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        writing.Wait();
        process.WaitForExit();
        return new OmlintRun(process.ExitCode, output.ToArray(), error.Result);
    }
}
