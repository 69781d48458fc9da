using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace OmConfigLint.Cli.Changes;

// The one place that starts a program: see BannedSymbols.txt.
#pragma warning disable RS0030

/// <summary>
/// Runs git to read from a work tree. Whatever the repository's settings could make it run on the way is off: hooks, the monitor, the pager,
/// external differences, converters and filters; it takes no locks, asks nothing and fetches nothing.
/// </summary>
/// <param name="directory">The absolute path of a directory in the work tree.</param>
/// <param name="isNested">True for a work tree within the one in which omlint was called, which is not the one that a hook's environment speaks of.</param>
internal sealed class GitProcess(string directory, bool isNested = false)
{
    private static readonly ImmutableArray<string> OfOneRepository =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CONFIG_PARAMETERS",
    ];

    private static readonly ImmutableArray<string> Always =
    [
        "--no-pager", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=false",
        "-c", $"core.hooksPath={(OperatingSystem.IsWindows() ? "NUL" : "/dev/null")}",
        "-c", "core.quotePath=true",
        "-c", "submodule.recurse=false",
    ];

    private ImmutableArray<string>? _filters;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <returns>Its standard output, bytes that are no UTF-8 replaced; null where it ended with another exit code than 0.</returns>
    /// <exception cref="GitException">There is no git.</exception>
    public string? TryRun(params ReadOnlySpan<string> arguments) => Start(arguments, filters: [], out _);

    /// <summary>Runs a command that compares the work tree, without the filters that git would send files through.</summary>
    /// <exception cref="GitException">There is no git, or it failed.</exception>
    public string RunOnWorkTree(params ReadOnlySpan<string> arguments)
    {
        _filters ??= FindFilters();
        return Start(arguments, _filters.Value, out var error) ?? throw new GitException($"`git {arguments[0]}` failed: {error}");
    }

    /// <summary>The keys of all programs through which files go on their way from the work tree.</summary>
    private ImmutableArray<string> FindFilters() =>
        TryRun("config", "-z", "--name-only", "--get-regexp", @"^filter\..*\.(clean|smudge|process|required)$") is { } keys
            ? [.. keys.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
            : [];

    private string? Start(ReadOnlySpan<string> arguments, ImmutableArray<string> filters, out string error)
    {
        var start = new ProcessStartInfo(FindGit())
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var argument in Always)
            start.ArgumentList.Add(argument);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("GIT_EXTERNAL_DIFF");
        start.Environment.Remove("GIT_DIFF_OPTS");

        foreach (var name in isNested ? OfOneRepository : [])
            start.Environment.Remove(name);

        // Not `-c`, because a filter's name may hold `=`.
        start.Environment["GIT_CONFIG_COUNT"] = filters.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < filters.Length; i++)
        {
            start.Environment[$"GIT_CONFIG_KEY_{i}"] = filters[i];
            start.Environment[$"GIT_CONFIG_VALUE_{i}"] = filters[i].EndsWith(".required", StringComparison.OrdinalIgnoreCase) ? "false" : "";
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error = errors.Result.Split('\n')[0].Trim();
        return process.ExitCode == 0 ? output : null;
    }

    /// <summary>git as the path names it. Left to itself, .NET would also look into the current directory, which may be anybody's.</summary>
    private static string FindGit()
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(path => Path.Join(path, name))
            .FirstOrDefault(File.Exists)
            ?? throw new GitException("there is no `git` on the path, and without it nobody knows what changed");
    }
}
