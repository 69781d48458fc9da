using System.Diagnostics;
using System.Text;

namespace OmConfigLint.Testing;

/// <summary>The <c>git</c> command, with no settings but its own defaults.</summary>
public static class Git
{
    /// <summary>Runs a command in <paramref name="directory"/>; returns its exit code and standard output.</summary>
    public static (int ExitCode, string Output) Run(string directory, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_SYSTEM"] = "/dev/null" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        });
        var output = process.StandardOutput.ReadToEnd();
        writing.Wait();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? (process.ExitCode, output) : throw new InvalidOperationException($"git failed: {error.Result}");
    }
}
