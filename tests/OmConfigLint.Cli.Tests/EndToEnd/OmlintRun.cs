using System.Globalization;
using System.Text;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>What a run printed and returned.</summary>
internal sealed record OmlintRun(int ExitCode, byte[] OutputBytes, string Error)
{
    /// <summary>Standard output.</summary>
    public string Output { get; } = Encoding.UTF8.GetString(OutputBytes);

    /// <summary>Exit code, standard output, standard error.</summary>
    public (int ExitCode, string Output, string Error) Said => (ExitCode, Output, Error);

    /// <summary>All that a user sees, and the files as they are then.</summary>
    public string Show(TemporaryDirectory? directory = null)
    {
        var text = new StringBuilder(Output);
        if (Error.Length > 0)
            text.Append("=== standard error\n").Append(Error);
        text.Append(CultureInfo.InvariantCulture, $"=== exit code {ExitCode}\n");
        foreach (var path in directory?.Files() ?? [])
            text.Append(CultureInfo.InvariantCulture, $"=== {path}\n").Append(directory!.Read(path));
        return text.ToString();
    }
}
