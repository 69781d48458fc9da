using Microsoft.CodeAnalysis;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.Tests.CommandLine;

public sealed class CommandLineSyntaxTests
{
    [Fact]
    public void Nothing_checks_the_current_directory()
    {
        var options = Check("");

        Assert.Equal(["."], options.Paths);
        Assert.Equal([new ReportDestination(ReportFormat.Text, null)], options.Reports);
        Assert.Equal(DiagnosticSeverity.Warning, options.FailOn);
        Assert.Equal((false, false, false, null, null), (options.Fix, options.Diff, options.ReadsStandardInput, options.Target, options.From));
    }

    [Fact]
    public void Options_and_paths_mix()
    {
        var options = Check("a.yaml --fix b/ --unsafe-fixes --exit-non-zero-on-fix --target 1.6 --from=1.5.3 -j 3 --no-config --rules own --color never -v --statistics c.json");

        Assert.Equal(["a.yaml", "b/", "c.json"], options.Paths);
        Assert.True(options is { Fix: true, UnsafeFixes: true, ExitNonZeroOnFix: true, NoConfig: true, Statistics: true, Diff: false });
        Assert.Equal(("1.6.13", "1.5.3"), (options.Target.ToString(), options.From.ToString()));
        Assert.Equal((3, "own", ColorChoice.Never, Verbosity.Verbose), (options.Jobs, options.RulesDirectory, options.Color, options.Verbosity));
        Assert.Empty(options.Remarks);
    }

    [Fact]
    public void Selectors_are_repeated_or_separated_by_commas()
    {
        var options = Check("--select OM1,workflow --select=profiler-confidence --ignore OM1003");

        Assert.Equal(["OM1", "workflow", "profiler-confidence"], options.Select);
        Assert.Equal(["OM1003"], options.Ignore);
    }

    [Fact]
    public void Formats_go_to_standard_output_or_to_files() =>
        Assert.Equal(
            [new(ReportFormat.Text, null), new(ReportFormat.Sarif, "out/a=b.sarif"), new(ReportFormat.GitHub, "log")],
            Check("--format text --format sarif=out/a=b.sarif --format GitHub=log").Reports);

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("note", DiagnosticSeverity.Info)]
    [InlineData("never", null)]
    public void A_severity_fails_the_run(string word, DiagnosticSeverity? severity) => Assert.Equal(severity, Check("--fail-on " + word).FailOn);

    [Fact]
    public void Standard_input_stands_for_a_path()
    {
        var options = Check("- --stdin-filename dags/mysql.yaml --fix");

        Assert.Equal((true, "dags/mysql.yaml", true), (options.ReadsStandardInput, options.StandardInputPath, options.Fix));
        Assert.Empty(options.Paths);
    }

    [Fact]
    public void Behind_two_dashes_everything_is_a_path() => Assert.Equal(["a", "--fix", "-", "rules"], Check("a -- --fix - rules").Paths);

    [Fact]
    public void A_subcommand_is_the_first_word_only() => Assert.Equal(["a", "rules"], Check("a rules").Paths);

    [Fact]
    public void A_patch_that_is_not_known_is_remarked_upon() =>
        Assert.StartsWith("`--target`: OpenMetadata `1.6.99` is not among", Assert.Single(Check("--target 1.6.99").Remarks), StringComparison.Ordinal);

    [Theory]
    [InlineData("--fx", "unknown option `--fx`; did you mean `--fix`?")]
    [InlineData("--colour=never", "unknown option `--colour`; did you mean `--color`?")]
    [InlineData("--stdin-file-name x", "unknown option `--stdin-file-name`; did you mean `--stdin-filename`?")]
    [InlineData("--everything", "unknown option `--everything`")]
    [InlineData("-x", "unknown option `-x`")]
    [InlineData("--fix=true", "`--fix` takes no value")]
    [InlineData("--target", "`--target` needs a value")]
    [InlineData("--target=", "`--target` needs a value")]
    [InlineData("--target --fix", "`--target` needs a value")]
    [InlineData("--select", "`--select` needs a value")]
    [InlineData("--select OM1,", "`--select` has nothing before or behind a comma")]
    [InlineData("--target 1.5 --target 1.6", "`--target` is given twice")]
    [InlineData("--target 1,6", "`--target`: `1,6` is not a release number, as in `2.0.7`")]
    [InlineData("--from 2.0 --target 1.6", "`--from` 2.0.7 is newer than `--target` 1.6.13")]
    [InlineData("--jobs 0", "`--jobs` is a whole number from 1 on, not `0`")]
    [InlineData("--format jsn", "`jsn` is no value of `--format`; did you mean `json`?")]
    [InlineData("--format xml", "`xml` is no value of `--format`; there are text, json, sarif, github, gitlab, junit, markdown, checkstyle")]
    [InlineData("--format json=", "`--format json=` names no file")]
    [InlineData("--fail-on info", "`info` is no value of `--fail-on`; there are error, warning, note, never")]
    [InlineData("--unsafe-fixes", "`--unsafe-fixes` says which fixes; add `--fix` to apply them or `--diff` to see them")]
    [InlineData("--exit-non-zero-on-fix", "`--exit-non-zero-on-fix` is about what `--fix` does; add `--fix`")]
    [InlineData("--show-files --diff", "`--show-files` lists files and checks none; leave out `--fix` and `--diff`")]
    [InlineData("-q -v", "`--quiet` and `--verbose` are opposites")]
    [InlineData("- a.yaml", "`-` reads standard input alone; leave out the other paths")]
    [InlineData("--stdin-filename a.yaml", "`--stdin-filename` names what standard input stands for; add `-` to read it")]
    [InlineData("--format json --format sarif", "one report at most goes to standard output; give the others a file, as in `--format sarif=omlint.sarif`")]
    [InlineData("--format json=a --format sarif=a", "two reports go to `a`")]
    [InlineData("--diff --format json", "the patch goes to standard output; give the report a file, as in `--format json=omlint.json`")]
    [InlineData("- --fix --format github", "the fixed text goes to standard output; give the report a file, as in `--format github=omlint.github`")]
    [InlineData("explain", "`explain` takes the id or the name of one rule, as in `omlint explain OM1001`; `omlint rules` lists them")]
    [InlineData("explain OM1001 --fix", "unknown option `--fix`")]
    [InlineData("rules --format sarif", "`sarif` is no value of `--format`; there are text, json")]
    [InlineData("rules dags", "`omlint rules` lists every rule and takes no paths; to check a directory called `rules`, write `omlint ./rules`")]
    public void A_wrong_command_line_is_one_clear_line(string words, string message) =>
        Assert.Equal(new UsageError(message), CommandLineSyntax.Parse([.. words.Split(' ')]));

    [Theory]
    [InlineData("--help", "omlint checks the files")]
    [InlineData("--nonsense -h", "omlint checks the files")]
    [InlineData("explain --help", "Shows a rule's page")]
    [InlineData("rules -h", "Lists every rule")]
    public void Help_wins_over_everything(string words, string start) =>
        Assert.StartsWith(start, Assert.IsType<HelpRequest>(CommandLineSyntax.Parse([.. words.Split(' ')])).Text, StringComparison.Ordinal);

    private static CommandLineOptions Check(string words) =>
        CommandLineSyntax.Parse([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]) switch
        {
            CheckRequest request => request.Options,
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
