using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>What is no check. `CommandDispatcherTests` has more; these go through a built binary as well.</summary>
public sealed class OtherCommandTests
{
    [Theory]
    [InlineData("# OM1001 profiler-generate-sample-data\n", "explain", "OM1001")]
    [InlineData("# OM0003 unparseable-file\n", "explain", "unparseable-file")]
    [InlineData("id      severity  fix     since    name\n", "rules")]
    [InlineData("{\n  \"version\": ", "rules", "--format", "json")]
    [InlineData("omlint ", "--version")]
    [InlineData("omlint checks the files with which people run OpenMetadata", "--help")]
    public void Prints(string start, params string[] words)
    {
        using var directory = new TemporaryDirectory();

        var run = Omlint.Run(directory, words);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(start, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("omlint: there is no rule `OM9999`; `omlint rules` lists them\n", "explain", "OM9999")]
    [InlineData("omlint: unknown option `--targt`; did you mean `--target`?\n", "--targt", "1.6")]
    [InlineData("omlint: `--target` needs a value\n", "--target")]
    public void Says_in_one_line_what_is_wrong(string error, params string[] words)
    {
        using var directory = new TemporaryDirectory();

        Assert.Equal((2, "", error), Omlint.Run(directory, words).Said);
    }
}
