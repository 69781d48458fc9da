using System.Diagnostics;

namespace OmConfigLint.Cli.Tests.Output;

/// <summary>The real <c>git</c>, untouched by anybody's settings.</summary>
internal static class Git
{
    /// <summary>Runs <c>git</c> with <paramref name="arguments"/>; returns what it said where it failed, else an empty text.</summary>
    public static string Run(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = directory;
        start.Environment["XDG_CONFIG_HOME"] = directory;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetTempPath();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"exit code {process.ExitCode}: {errors}";
    }
}
