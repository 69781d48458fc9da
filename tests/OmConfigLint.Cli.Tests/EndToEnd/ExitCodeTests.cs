using OmConfigLint.Cli.Output;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>The exit code says how a run ended, in whatever format it is reported.</summary>
public sealed class ExitCodeTests
{
    private static readonly IEnumerable<string> Formats = ReportFormats.All.Select(format => format.Word);

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["clean.yaml"] = Samples.Clean,
        ["notes.yaml"] = Samples.Notes,
        ["errors.yaml"] = Samples.Profiler,
        ["some.yaml"] = Samples.Profiler + "---\n" + Samples.Metadata.Replace("shop", "other", StringComparison.Ordinal),
        ["broken.yaml"] = Samples.Broken,
        ["warning.yaml"] = Samples.Clean + "# omlint: ignore-file[OM1009]\n",
        ["configured/.editorconfig"] = "[*]\nomlint_target = 1.6\n",
        ["configured/clean.yaml"] = Samples.Clean,
        ["broken.md"] = "---\nid: none\n---\n",
    };

    [Theory]
    [InlineData(0, "clean.yaml")]
    [InlineData(0, "notes.yaml")]
    [InlineData(1, "notes.yaml", "--fail-on", "note")]
    [InlineData(1, "warning.yaml")]
    [InlineData(0, "warning.yaml", "--fail-on", "error")]
    [InlineData(1, "errors.yaml")]
    [InlineData(0, "errors.yaml", "--fail-on", "never")]
    [InlineData(0, "errors.yaml", "--from", "1.6.0")]
    [InlineData(0, "errors.yaml", "--fix")]
    [InlineData(1, "errors.yaml", "--fix", "--exit-non-zero-on-fix")]
    [InlineData(0, "clean.yaml", "--fix", "--exit-non-zero-on-fix")]
    [InlineData(1, "some.yaml", "--fix")]
    [InlineData(0, "some.yaml", "--fix", "--fail-on", "never")]
    [InlineData(1, "broken.yaml")]
    [InlineData(1, "broken.yaml", "clean.yaml")]
    [InlineData(1, "broken.yaml", "--fix")]
    [InlineData(2, "missing.yaml")]
    [InlineData(2, "missing.yaml", "errors.yaml")]
    [InlineData(2, "missing.yaml", "--fail-on", "never")]
    [InlineData(2, "read-only.yaml", "--fix")]
    [InlineData(0, "errors.yaml", "--baseline", "known.json", "--write-baseline")]
    [InlineData(1, "broken.yaml", "--baseline", "known.json", "--write-baseline")]
    [InlineData(2, "errors.yaml", "--baseline", "missing.json")]
    [InlineData(2, "errors.yaml", "--baseline", "clean.yaml")]
    [InlineData(2, "clean.yaml", "--changed")]
    [InlineData(2, "clean.yaml", "--target", "9.9")]
    [InlineData(0, "errors.yaml", "--baseline", "known.json")]
    [InlineData(1, "some.yaml", "--baseline", "known.json")]
    [InlineData(1, "configured/clean.yaml")]
    [InlineData(0, "configured/clean.yaml", "--no-config")]
    [InlineData(2, "clean.yaml", "--select", "OM7")]
    [InlineData(2, "clean.yaml", "--fx")]
    [InlineData(2, "clean.yaml", "--rules", "rules")]
    [InlineData(2, "clean.yaml", "--rules", "nowhere")]
    public void Is_the_same_in_every_format(int exitCode, params string[] words)
    {
        var exitCodes = Formats.Select(format => (format, ExitCode(["--format", format, .. words])));
        var intoFiles = ExitCode([.. IntoFiles, .. words]);

        Assert.Equal(Formats.Select(format => (format, exitCode)), exitCodes);
        Assert.Equal(exitCode, intoFiles);
    }

    [Theory]
    [InlineData(0, "clean.yaml")]
    [InlineData(0, "notes.yaml")]
    [InlineData(1, "errors.yaml")]
    [InlineData(0, "errors.yaml", "--fail-on", "never")]
    [InlineData(1, "some.yaml")]
    [InlineData(1, "broken.yaml")]
    [InlineData(2, "missing.yaml")]
    [InlineData(1, "read-only.yaml")]
    public void Of_a_preview(int exitCode, params string[] words)
    {
        Assert.Equal(exitCode, ExitCode(["--diff", .. words]));
        Assert.Equal(exitCode, ExitCode([.. IntoFiles, "--diff", .. words]));
    }

    [Theory]
    [InlineData(0, "clean.yaml")]
    [InlineData(0, "notes.yaml")]
    [InlineData(1, "notes.yaml", "--fail-on", "note")]
    [InlineData(1, "errors.yaml")]
    [InlineData(0, "errors.yaml", "--fail-on", "never")]
    [InlineData(1, "broken.yaml")]
    [InlineData(2, "clean.yaml", "missing.yaml")]
    [InlineData(2, "clean.yaml", "--target", "9.9")]
    public void Of_standard_input_is_the_same_in_every_format(int exitCode, string file, params string[] words)
    {
        Assert.Equal(Formats.Select(format => (format, exitCode)), Formats.Select(format => (format, ExitCode(["-", "--format", format, .. words], file))));
        Assert.Equal(exitCode, ExitCode(["-", .. IntoFiles, .. words], file));
    }

    [Theory]
    [InlineData(0, "clean.yaml", "--fix")]
    [InlineData(0, "errors.yaml", "--fix", "--fail-on", "never")]
    [InlineData(1, "broken.yaml", "--fix")]
    [InlineData(0, "clean.yaml", "--diff")]
    [InlineData(1, "errors.yaml", "--diff")]
    public void Of_mending_standard_input(int exitCode, string file, params string[] words)
    {
        Assert.Equal(exitCode, ExitCode(["-", .. words], file));
        Assert.Equal(exitCode, ExitCode(["-", .. IntoFiles, .. words], file));
    }

    private static IEnumerable<string> IntoFiles => Formats.SelectMany(format => new[] { "--format", $"{format}=report.{format}" });

    private static int ExitCode(string[] words, string? input = null)
    {
        using var directory = new TemporaryDirectory();
        foreach (var (path, text) in Files)
            directory.Write(path.EndsWith(".md", StringComparison.Ordinal) ? $"rules/{path}" : path, text);
        directory.Write("read-only.yaml", Samples.Profiler);
        directory.SetMode("read-only.yaml", UnixFileMode.UserRead);
        if (words.Contains("known.json"))
            Omlint.Run(directory, "errors.yaml", "--baseline", "known.json", "--write-baseline", "--target", "1.6.3");
        var omlint = new Omlint(directory.Path) { Input = input is null ? [] : System.Text.Encoding.UTF8.GetBytes(Files[input]) };
        return omlint.Run([.. words.Contains("--target") ? [] : (string[])["--target", "1.6.3"], .. words]).ExitCode;
    }
}
