using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`--baseline`: what is known is hidden, what is new is not, and what is gone is told.</summary>
public sealed class BaselineTests
{
    private const string Known = "--baseline=known.json";

    private static readonly string[] Target = ["--target", "1.6.3"];

    [Fact]
    public Task Written_hidden_and_told()
    {
        using var directory = Samples.Directory(("ingestion/mysql_profiler.yaml", Samples.Profiler), ("notes.yaml", Samples.Notes));

        var written = Run(directory, Known, "--write-baseline");
        var hidden = Run(directory, Known);

        return Snapshot.Verify($"{written.Show()}{hidden.Show()}=== known.json\n{directory.Read("known.json")}");
    }

    [Theory]
    [InlineData("# one\n# two\n\n", "", "")]
    [InlineData("", "      ", "            ")]
    [InlineData("", "\n", "\r\n")]
    [InlineData("", "includeViews: true", "includeViews: false")]
    [InlineData("", "processor:", "ingestionPipelineFQN: shop.profiler\nprocessor:")]
    public void Holds_where_other_text_changes(string top, string old, string @new)
    {
        using var directory = WithBaseline(Samples.Profiler);

        directory.Write("a.yaml", top + (old.Length == 0 ? Samples.Profiler : Samples.Profiler.Replace(old, @new, StringComparison.Ordinal)));

        Assert.Equal((0, ""), Quiet(Run(directory, Known, "-q")));
    }

    [Fact]
    public void Does_not_hide_another_value()
    {
        using var directory = WithBaseline(Samples.Profiler);

        directory.Write("a.yaml", Samples.Profiler.Replace("confidence: 85", "confidence: 86", StringComparison.Ordinal));

        Assert.Equal(
            (1, """
                a.yaml:18:7: error[OM1003] `confidence` was removed from Profiler workflows in 1.6.0
                known.json:6:5: warning[OM0012] `a.yaml` no longer has this OM1003

                """),
            Quiet(Run(directory, Known, "-q")));
    }

    [Fact]
    public void Does_not_hide_a_second_one_that_is_the_same()
    {
        using var directory = WithBaseline(Samples.Metadata);

        directory.Write("a.yaml", $"{Samples.Metadata}---\n{Samples.Metadata}");

        Assert.Equal(
            (1, "a.yaml:16:7: error[OM1009] `overrideViewLineage` was removed from DatabaseMetadata workflows in 1.6.0\n"),
            Quiet(Run(directory, Known, "-q")));
    }

    [Fact]
    public void Does_not_hide_the_same_in_another_file()
    {
        using var directory = WithBaseline(Samples.Metadata);

        File.Move(directory["a.yaml"], directory["b.yaml"]);

        Assert.Equal(
            (1, """
                b.yaml:7:7: error[OM1009] `overrideViewLineage` was removed from DatabaseMetadata workflows in 1.6.0
                known.json:4:5: warning[OM0012] `a.yaml` is not there any more

                """),
            Quiet(Run(directory, Known, "-q")));
    }

    [Fact]
    public void Paths_are_relative_to_its_own_directory()
    {
        using var directory = Samples.Directory(("ingestion/a.yaml", Samples.Metadata));
        Run(directory, Known, "--write-baseline");

        var below = new Omlint(directory["ingestion"]).Run([.. Target, "--baseline", "../known.json", "-q"]);

        Assert.Equal((0, ""), Quiet(below));
    }

    [Fact]
    public void Holds_nothing_of_a_secret_and_nothing_about_omlint_itself()
    {
        using var directory = Samples.Directory(("a.yaml", Samples.Profiler), ("b.yaml", Samples.Broken), ("c.yaml", Samples.Clean + "sink: {}\n"));

        var run = Run(directory, Known, "--write-baseline", "-q");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["OM0003", "OM0009"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('[', ']')[1]));
        Assert.DoesNotContain("OM0", directory.Read("known.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Secret, directory.Read("known.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppressed_finding_is_not_taken_in()
    {
        using var directory = WithBaseline(Samples.Metadata.Replace("true", "true # omlint: ignore[OM1009]", StringComparison.Ordinal));

        Assert.Equal("{\n  \"version\": 1,\n  \"findings\": []\n}\n", directory.Read("known.json"));
    }

    [Fact]
    public Task What_is_mended_is_stale_until_it_is_pruned()
    {
        using var directory = WithBaseline(Samples.Profiler);
        var twice = directory.Read("known.json").Replace("85\" }", "85\", \"count\": 2 }", StringComparison.Ordinal);
        directory.Write("known.json", twice);
        directory.Write("a.yaml", Samples.Profiler.Replace("      processPiiSensitive: yes\n", "", StringComparison.Ordinal));

        var stale = Run(directory, Known);
        var pruned = Run(directory, Known, "--prune-baseline");

        return Snapshot.Verify($"{stale.Show()}{pruned.Show()}=== known.json\n{directory.Read("known.json")}");
    }

    [Theory]
    [InlineData("b.yaml")]
    [InlineData("a.yaml", "--select", "OM1002")]
    [InlineData("--ignore", "OM1009")]
    [InlineData("--from", "1.6.0")]
    [InlineData("b.yaml", "nowhere/../b.yaml")]
    public void Nothing_is_stale_that_was_not_looked_for(params string[] words)
    {
        using var directory = WithBaseline(Samples.Metadata);
        directory.Write("a.yaml", Samples.Clean);
        directory.Write("b.yaml", Samples.Clean);

        Assert.Equal((0, ""), Quiet(Run(directory, [Known, "-q", .. words])));
        Assert.Equal(0, Run(directory, [Known, "-q", "--prune-baseline", .. words]).ExitCode);
        Assert.Contains("OM1009", directory.Read("known.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\n")]
    [InlineData("services: { sourceConfig: none }\n")]
    [InlineData(null)]
    public void What_is_no_workflow_any_more_is_stale(string? text)
    {
        using var directory = WithBaseline(Samples.Metadata);
        if (text is null)
            File.Delete(directory["a.yaml"]);
        else
            directory.Write("a.yaml", text);

        var run = Run(directory, Known, "-q");

        Assert.StartsWith("known.json:4:5: warning[OM0012] `a.yaml` ", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(0, Run(directory, Known, "-q", "--ignore", "OM0012").ExitCode);
    }

    [Fact]
    public void A_note_that_is_gone_is_a_note()
    {
        using var directory = WithBaseline(Samples.Notes);
        directory.Write("a.yaml", Samples.Notes.Replace("successThreshold: 90", "loggerLevel: INFO", StringComparison.Ordinal));

        Assert.Equal((0, "known.json:6:5: note[OM0012] `a.yaml` no longer has this OM1007\n"), Quiet(Run(directory, Known, "-q")));
    }

    [Fact]
    public void A_file_that_cannot_be_parsed_makes_nothing_stale()
    {
        using var directory = WithBaseline(Samples.Metadata);
        directory.Write("a.yaml", Samples.Broken);

        Assert.DoesNotContain("OM0012", Run(directory, Known, "-q").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_for_some_files_or_rules_keeps_what_is_known_of_the_others()
    {
        using var directory = WithBaseline(Samples.Profiler);
        var whole = directory.Read("known.json");

        directory.Write("b.yaml", Samples.Clean);
        Run(directory, Known, "--write-baseline", "b.yaml");
        Run(directory, Known, "--write-baseline", "--select", "OM1002");

        Assert.Equal(whole, directory.Read("known.json"));
    }

    [Fact]
    public void Is_not_written_where_something_could_not_be_read()
    {
        using var directory = WithBaseline(Samples.Metadata);
        var before = directory.Read("known.json");
        directory.Write("a.yaml", Samples.Clean);

        var run = Run(directory, Known, "--write-baseline", "a.yaml", "missing.yaml");

        Assert.Equal((2, before), (run.ExitCode, directory.Read("known.json")));
        Assert.Contains("the baseline was not written, because not everything could be checked", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_is_not_mended_and_what_is_new_is()
    {
        using var directory = WithBaseline(Samples.Profiler);
        directory.Write("b.yaml", Samples.Profiler.Replace("shop", "stock", StringComparison.Ordinal));

        var run = Run(directory, Known, "--fix");

        Assert.Equal((0, "fixed 3 findings; all clear, 3 in the baseline (3 errors): 3 files checked against 1.6.3\n"), (run.ExitCode, run.Output));
        Assert.Equal(Samples.Profiler, directory.Read("a.yaml"));
        Assert.DoesNotContain("generateSampleData", directory.Read("b.yaml"), StringComparison.Ordinal);
        Assert.Equal(["a.yaml", "b.yaml", "b_auto_classification.yaml", "known.json"], directory.Files());
    }

    [Fact]
    public void A_fix_that_would_mend_what_is_known_as_well_is_not_safe()
    {
        using var directory = WithBaseline(Samples.Profiler.Replace("      confidence: 85\n", "", StringComparison.Ordinal));
        directory.Write("a.yaml", Samples.Profiler);

        var run = Run(directory, Known, "--fix");

        Assert.Equal((1, Samples.Profiler), (run.ExitCode, directory.Read("a.yaml")));
        Assert.Contains("because a finding that it would mend as well is in the baseline", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_has_the_entries_of_the_file_it_stands_for()
    {
        using var directory = WithBaseline(Samples.Metadata);
        var input = System.Text.Encoding.UTF8.GetBytes(Samples.Metadata);

        var same = new Omlint(directory.Path) { Input = input };

        Assert.Equal((0, ""), Quiet(same.Run([.. Target, Known, "-q", "-", "--stdin-filename", "a.yaml"])));
        Assert.Equal(1, same.Run([.. Target, Known, "-q", "-", "--stdin-filename", "b.yaml"]).ExitCode);
    }

    [Theory]
    [InlineData("{}", "line 1: it has no `version`")]
    [InlineData("[]", "no JSON object")]
    [InlineData("", "no JSON object")]
    [InlineData("{ \"version\": 2, \"findings\": [] }", "line 1: this omlint reads version 1")]
    [InlineData("{ \"version\": 1,\n  \"findings\": {} }", "line 1: it has no list `findings`")]
    [InlineData("{ \"version\": 1, \"findings\": [\n{ \"path\": \"a\" } ] }", "line 2: an entry has no `rule`")]
    [InlineData("{ \"version\": 1, \"findings\": [\n{ \"path\": 1, \"rule\": \"OM1001\", \"place\": \"\", \"text\": \"\" } ] }", "line 2: `path` is no text")]
    [InlineData("{ \"version\": 1, \"findings\": [\n{ \"path\": \"a\", \"rule\": \"OM0003\", \"place\": \"\", \"text\": \"\" } ] }", "line 2: `OM0003` is about omlint itself")]
    [InlineData("{ \"version\": 1, \"findings\": [\n{ \"path\": \"a\", \"rule\": \"OM1001\", \"place\": \"\", \"text\": \"\", \"count\": 0 } ] }", "line 2: `count` is a whole number from 1 on")]
    [InlineData("{ \"version\": 1, \"findings\": [\n{ \"path\": \"a\", \"line\": 1 } ] }", "line 2: `line` has no meaning there")]
    [InlineData("{\n<<<<<<< HEAD\n", "no baseline, line 2: ")]
    public void What_cannot_be_read_is_an_error(string text, string message)
    {
        using var directory = Samples.Directory(("clean.yaml", Samples.Clean), ("known.json", text));

        foreach (var words in (string[][])[[], ["--write-baseline"], ["--prune-baseline"], ["--fix"], ["--format", "json"], ["--fail-on", "never"]])
        {
            var run = Run(directory, [Known, .. words]);

            Assert.Equal((2, text), (run.ExitCode, directory.Read("known.json")));
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        }
    }

    [Theory]
    [InlineData("the baseline `known.json` does not exist; `--write-baseline` makes one of what is found now", Known)]
    [InlineData("the baseline `known.json` does not exist", Known, "--prune-baseline")]
    [InlineData("the baseline `nowhere/known.json` does not exist", "--baseline", "nowhere/known.json")]
    [InlineData("`--write-baseline` needs the file; add `--baseline FILE`", "--write-baseline")]
    [InlineData("`--baseline` needs a value", "--baseline")]
    [InlineData("`--write-baseline` leaves nothing stale; leave out `--prune-baseline`", Known, "--write-baseline", "--prune-baseline")]
    [InlineData("`--write-baseline` accepts everything that `--fix` would mend", Known, "--write-baseline", "--fix")]
    [InlineData("`--diff` writes nothing; leave out `--prune-baseline`", Known, "--prune-baseline", "--diff")]
    [InlineData("`--write-baseline` is about files, and `-` reads standard input", Known, "--write-baseline", "-")]
    public void Mistakes_are_errors_and_nothing_is_written(string message, params string[] words)
    {
        using var directory = Samples.Directory(("clean.yaml", Samples.Clean));

        var run = Run(directory, words);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"omlint: {message}", run.Error, StringComparison.Ordinal);
        Assert.Equal(["clean.yaml"], directory.Files());
    }

    [Fact]
    public void A_new_one_needs_its_directory()
    {
        using var directory = Samples.Directory(("clean.yaml", Samples.Clean));

        var run = Run(directory, "--baseline", "nowhere/known.json", "--write-baseline");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the baseline `nowhere/known.json` cannot be written: its directory is not there", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_stay_and_equal_entries_count_together()
    {
        using var directory = WithBaseline($"{Samples.Metadata}---\n{Samples.Metadata}");
        Assert.Contains(", \"count\": 2 }", directory.Read("known.json"), StringComparison.Ordinal);
        var line = directory.Read("known.json").Split('\n')[3].Replace(", \"count\": 2", "", StringComparison.Ordinal);
        directory.Write("known.json", $"{{ \"version\": 1, \"findings\": [\r\n{line},\r\n{line}] }}\r\n");

        Assert.Equal(0, Run(directory, Known).ExitCode);
        Run(directory, Known, "--prune-baseline");

        Assert.Equal(directory.Read("known.json").ReplaceLineEndings("\r\n"), directory.Read("known.json"));
        Assert.Contains(", \"count\": 2 }\r\n", directory.Read("known.json"), StringComparison.Ordinal);
    }

    private static TemporaryDirectory WithBaseline(string text)
    {
        var directory = Samples.Directory(("a.yaml", text));
        Assert.Equal(0, Run(directory, Known, "--write-baseline").ExitCode);
        return directory;
    }

    private static OmlintRun Run(TemporaryDirectory directory, params string[] words) => Omlint.Run(directory, [.. Target, .. words]);

    private static (int ExitCode, string Output) Quiet(OmlintRun run) => (run.ExitCode, run.Output);
}
