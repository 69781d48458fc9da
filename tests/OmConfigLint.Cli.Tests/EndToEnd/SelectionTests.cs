namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>Which rules run, for which release, and from which severity on it matters.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("OM1001 OM1002 OM1003")]
    [InlineData("OM1001", "--select", "OM1001")]
    [InlineData("OM1001 OM1003", "--select", "profiler-generate-sample-data,OM1003")]
    [InlineData("OM1001 OM1002 OM1003", "--select", "workflow")]
    [InlineData("", "--select", "omlint")]
    [InlineData("OM1002 OM1003", "--ignore", "om1001")]
    [InlineData("", "--ignore", "OM1")]
    [InlineData("OM1002", "--select", "OM1002", "--ignore", "OM1")]
    [InlineData("OM1001 OM1002", "--select", "OM1", "--ignore", "profiler-confidence")]
    public void Rules(string rules, params string[] options) => Assert.Equal(rules, Found(options));

    [Theory]
    [InlineData("", "--target", "1.5")]
    [InlineData("", "--target", "1.5.15")]
    [InlineData("OM1001 OM1002 OM1003", "--target", "1.6")]
    [InlineData("OM1001 OM1002 OM1003", "--target", "2.0")]
    [InlineData("OM1001 OM1002 OM1003", "--from", "1.5", "--target", "1.6.0")]
    [InlineData("OM1001 OM1002 OM1003", "--from", "1.4.0")]
    [InlineData("", "--from", "1.6.0")]
    [InlineData("", "--from", "1.6.3", "--target", "1.7")]
    public void Releases(string rules, params string[] options) => Assert.Equal(rules, Found(options));

    [Theory]
    [InlineData("`--target`: OpenMetadata `9.9` is not known; known are 0.13.0 to ", "--target", "9.9")]
    [InlineData("`--target`: `latest` is not a release number, as in ", "--target", "latest")]
    [InlineData("`--target`: `v1.6.3` is not a release number, as in ", "--target", "v1.6.3")]
    [InlineData("`--from`: OpenMetadata `0.1` is not known; ", "--from", "0.1")]
    [InlineData("`--from` 1.7.0 is newer than `--target` 1.6.3", "--from", "1.7.0", "--target", "1.6.3")]
    [InlineData("`--select`: no rule has the id, name or category `OM1091`; did you mean `OM1001`?", "--select", "OM1091")]
    [InlineData("`--ignore`: no rule has the id, name or category `sampling`; `omlint rules` lists them", "--ignore", "sampling")]
    [InlineData("`loud` is no value of `--fail-on`; there are error, warning, note, never", "--fail-on", "loud")]
    public void What_is_not_known_is_an_error_and_nothing_is_checked(string message, params string[] options)
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, options);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"omlint: {message}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_release_that_came_after_omlint_is_checked_and_said()
    {
        using var directory = Samples.Directory(("clean.yaml", Samples.Clean));

        var run = Omlint.Run(directory, "--target", "1.6.99");

        Assert.Equal((0, "all clear: 1 file checked against 1.6.99\n"), (run.ExitCode, run.Output));
        Assert.StartsWith("omlint: `--target`: OpenMetadata `1.6.99` is not among the releases that omlint knows;", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Samples.Profiler, 1, 1, 1, 0)]
    [InlineData(Samples.Notes, 0, 0, 1, 0)]
    [InlineData(Samples.Clean, 0, 0, 0, 0)]
    public void Severity_from_which_on_the_exit_code_is_1(string text, int error, int warning, int note, int never)
    {
        using var directory = Samples.Directory(("a.yaml", text));

        Assert.Equal(
            [error, warning, note, never],
            new[] { "error", "warning", "note", "never" }.Select(severity => Omlint.Run(directory, "--target", "1.6.3", "--fail-on", severity).ExitCode));
        Assert.Equal(warning, Omlint.Run(directory, "--target", "1.6.3").ExitCode);
    }

    private static string Found(string[] options)
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, ["-q", .. options]);

        Assert.Equal("", run.Error);
        return string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('[', ']')[1]));
    }
}
