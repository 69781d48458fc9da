using System.Text.Json;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.CommandLine;

public sealed class CommandDispatcherTests
{
    [Fact]
    public Task Help() => Snapshot.Verify(Succeed("--help"));

    [Fact]
    public Task Explain() => Snapshot.Verify(Succeed("explain", "OM1007"));

    [Fact]
    public Task Explain_on_a_terminal() => Snapshot.Verify(Succeed("explain", "OM1007", "--color", "always").Replace('\u001b', '␛'));

    [Fact]
    public void Explain_takes_names_and_any_case()
    {
        var page = Succeed("explain", "OM1001");

        Assert.Equal(page, Succeed("explain", "om1001"));
        Assert.Equal(page, Succeed("explain", "Profiler-Generate-Sample-Data"));
    }

    [Theory]
    [InlineData("OM101", "omlint: there is no rule `OM101`; did you mean `OM1001`?\n")]
    [InlineData("profiler-confidense", "omlint: there is no rule `profiler-confidense`; did you mean `profiler-confidence`?\n")]
    [InlineData("sampling", "omlint: there is no rule `sampling`; `omlint rules` lists them\n")]
    public void Explain_knows_what_was_meant(string rule, string message) =>
        Assert.Equal(new CommandRun(2, "", message), CommandRun.Of("explain", rule));

    [Fact]
    public void Rules_are_a_table()
    {
        var lines = Succeed("rules").TrimEnd('\n').Split('\n');

        Assert.Equal("id      severity  fix     since    name", lines[0]);
        Assert.Contains("OM0009  warning   -       -        duplicate-key", lines);
        Assert.Contains("OM1001  error     safe    1.6.0    profiler-generate-sample-data", lines);
        Assert.Equal(RulePages.All.Length + 1, lines.Length);
    }

    [Fact]
    public void Rules_are_JSON()
    {
        using var json = JsonDocument.Parse(Succeed("rules", "--format", "json"));
        var rules = json.RootElement.GetProperty("rules").EnumerateArray().ToArray();

        Assert.Equal(RulePages.All.Select(page => page.Id), rules.Select(rule => rule.GetProperty("id").GetString()!));
        Assert.Equal(
            """{"id":"OM0009","name":"duplicate-key","title":"A key is written twice in one mapping","category":"omlint","severity":"warning","since":null,"fix":"none","help":"https://yaml.org/spec/1.2.2/#mapping","sources":["https://github.com/yaml/pyyaml/issues/165"]}""",
            JsonSerializer.Serialize(rules.Single(rule => rule.GetProperty("id").GetString() == "OM0009")));
    }

    [Fact]
    public void A_users_pages_are_listed_and_explained()
    {
        using var directory = new TemporaryDirectory();
        directory.Write(
            "ACME0001-our-own.md",
            "---\nid: ACME0001\nname: our-own\ntitle: Ours\ncategory: house\nseverity: note\nfix: none\nanalyzer: behaviour-changed\n---\n# ACME0001 our-own\n");

        Assert.StartsWith("id        severity  fix     since    name\nACME0001  note      -       -        our-own\nOM0001  ", Succeed("rules", "--rules", directory.Path), StringComparison.Ordinal);
        Assert.Equal("# ACME0001 our-own\n\nOurs\n\n- severity: note\n- category: house\n- fix: none\n", Succeed("explain", "our-own", "--rules", directory.Path));
    }

    [Fact]
    public void A_users_page_that_is_wrong_is_said_and_nothing_is_listed()
    {
        using var directory = new TemporaryDirectory();
        var page = directory.Write("ACME0001-our-own.md", "# no front matter\n");

        Assert.Equal(
            new CommandRun(2, "", $"omlint: {page}:1:1: a page starts with a line `---` and its front matter\n"),
            CommandRun.Of("rules", "--rules", directory.Path));
    }

    [Fact]
    public void Version_says_what_it_knows() =>
        Assert.Matches(@"^omlint \d+\.\d+\.\d+( \([0-9a-f]{7}\))?, \d+ rules, OpenMetadata 0\.13\.0 to \d+\.\d+\.\d+\n$", Succeed("--version"));

    [Fact]
    public void A_usage_error_is_one_line_and_exit_code_2() =>
        Assert.Equal(new CommandRun(ExitCodes.Failure, "", "omlint: unknown option `--fx`; did you mean `--fix`?\n"), CommandRun.Of("--fx"));

    private static string Succeed(params string[] words)
    {
        var run = CommandRun.Of(words);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
