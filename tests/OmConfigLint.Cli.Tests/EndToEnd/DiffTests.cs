using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`omlint --diff`: a patch that does what `--fix` would do.</summary>
public sealed class DiffTests
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("a_profile.yaml", Samples.Profiler.Replace("shop", "depot", StringComparison.Ordinal)),
        ("a_profiler.yaml", Samples.Profiler.Replace("shop", "stock", StringComparison.Ordinal)),
        ("crlf profiler.yaml", Samples.Profiler.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("lineage.yaml", Samples.Lineage),
        ("metadata.yaml", Samples.Metadata),
        ("näht/profiler.yaml", "\uFEFF" + Samples.Profiler.TrimEnd().Replace("shop", "n\u00e4ht", StringComparison.Ordinal)),
        ("notes.yaml", Samples.Notes),
    ];

    [Fact]
    public Task Profiler_workflow()
    {
        using var directory = Samples.Directory(("ingestion/mysql_profiler.yaml", Samples.Profiler));

        var run = Omlint.Run(directory, "--diff", "--target", "1.6.3");

        Assert.Equal(["ingestion/mysql_profiler.yaml"], directory.Files());
        return Snapshot.Verify(run.Show(directory), "patch");
    }

    [Theory]
    [InlineData("", "left: 1 warning (1 fixable with --unsafe-fixes)\n")]
    [InlineData("-q", "")]
    public void What_is_left_explains_an_empty_patch(string option, string told)
    {
        using var directory = Samples.Directory(("requirements.txt", "openmetadata-ingestion==1.5.11.0\n"));

        var run = Omlint.Run(directory, ["--diff", "--target", "1.6.3", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((1, "", told), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--unsafe-fixes")]
    public void Applied_with_git_it_is_what_fix_writes(string option)
    {
        string[] options = [.. (string[])[option], "--target", "1.6.3"];
        using var previewed = Samples.Directory(Files);
        using var written = Samples.Directory(Files);
        Git.Run(previewed.Path, "", "init", "--quiet");

        var patch = Omlint.Run(previewed, ["--diff", .. options.Where(word => word.Length > 0)]);
        Assert.Equal((0, ""), Git.Run(previewed.Path, patch.Output, "apply", "--whitespace=nowarn", "-"));
        Directory.Delete(previewed[".git"], recursive: true);
        Omlint.Run(written, ["--fix", .. options.Where(word => word.Length > 0)]);

        Assert.Equal(1, patch.ExitCode);
        Assert.Equal(written.Files(), previewed.Files());
        foreach (var path in written.Files())
            Assert.Equal(File.ReadAllBytes(written[path]), File.ReadAllBytes(previewed[path]));
        Assert.NotEqual(Files.Length, written.Files().Length);
    }

    [Fact]
    public void In_a_directory_of_a_repository_paths_are_those_of_the_repository()
    {
        using var directory = Samples.Directory(("sub/dir/profiler.yaml", Samples.Profiler));
        Git.Run(directory.Path, "", "init", "--quiet");

        var patch = new Omlint(directory["sub/dir"]).Run("--diff", "--target", "1.6.3");

        Assert.StartsWith("diff --git a/sub/dir/profiler.yaml b/sub/dir/profiler.yaml\n", patch.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), Git.Run(directory.Path, patch.Output, "apply", "--check", "-"));
    }

    [Fact]
    public void Nothing_to_do_is_nothing_printed()
    {
        using var directory = Samples.Directory(("clean.yaml", Samples.Clean));

        Assert.Equal((0, "", ""), Omlint.Run(directory, "--diff", "--target", "1.6.3").Said);
    }

    [Fact]
    public void With_fix_as_well_nothing_is_written()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        Assert.Equal(Omlint.Run(directory, "--diff", "--target", "1.6.3").Said, Omlint.Run(directory, "--diff", "--fix", "--target", "1.6.3").Said);
        Assert.Equal(["profiler.yaml"], directory.Files());
    }

    [Fact]
    public void A_patch_for_a_file_in_UTF_16_is_refused()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("profiler.yaml", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(Samples.Profiler)]);

        var run = Omlint.Run(directory, "--diff", "--target", "1.6.3");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("failed: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public Task On_a_terminal_it_is_coloured_and_without_secrets()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        return Snapshot.Verify(
            new Omlint(directory.Path) { OnTerminal = true }.Run("--diff", "--target", "1.6.3").Show().Replace('\u001b', '␛'), "patch");
    }
}
