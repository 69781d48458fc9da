using System.Text;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Tests.CommandLine;
using OmConfigLint.Cli.Tests.EndToEnd;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.Init;

public sealed class InitCommandTests
{
    private static readonly string[] All = [".editorconfig", ".github/workflows/omlint.yml", ".pre-commit-config.yaml"];

    [Fact]
    public void A_tree_with_pins_is_set_up()
    {
        using var root = new TemporaryDirectory();
        root.Write("requirements.txt", "# openmetadata-ingestion==1.3.1\nopenmetadata-ingestion[mysql,postgres]==1.5.6\n");
        root.Write("deploy/docker-compose.yml", "services:\n  om:\n    image: docker.getcollate.io/openmetadata/server:1.5.6\n");

        Assert.Equal(
            new CommandRun(
                0,
                """
                found `openmetadata/server:1.5.6` in deploy/docker-compose.yml:3
                found `openmetadata-ingestion[mysql,postgres]==1.5.6` in requirements.txt:2
                created `.editorconfig`
                created `.pre-commit-config.yaml`
                created `.github/workflows/omlint.yml`

                """,
                ""),
            Run(root, "--target", "1.6.3"));
        Assert.Equal(
            """
            # omlint: the OpenMetadata release in use, and the one to check against.
            [*]
            omlint_from_version = 1.5.6
            omlint_target_version = 1.6.3

            """,
            root.Read(".editorconfig"));
        Assert.StartsWith("repos:\n  - repo: local\n    hooks:\n      - id: omlint\n", root.Read(".pre-commit-config.yaml"), StringComparison.Ordinal);
        Assert.Contains("- run: omlint --format github\n", root.Read(".github/workflows/omlint.yml"), StringComparison.Ordinal);
        Assert.Equal(1, Check(root).ExitCode);
    }

    [Fact]
    public void What_is_there_stays()
    {
        using var root = new TemporaryDirectory([.. All]);
        root.Write(".editorconfig", "[*]\nomlint_target_version = 1.5\n");

        Assert.Equal(
            """
            left `.editorconfig` as it is: it has settings of omlint
            left `.pre-commit-config.yaml` as it is
            left `.github/workflows/omlint.yml` as it is

            """,
            Run(root, "--from", "1.5").Output);
        Assert.Equal("[*]\nomlint_target_version = 1.5\n", root.Read(".editorconfig"));
        Assert.Equal(All, root.Files());
        Assert.Equal(".pre-commit-config.yaml", root.Read(".pre-commit-config.yaml"));
    }

    [Theory]
    [InlineData("[*]\nindent_size = 2\n", "[*]\nindent_size = 2\n\n# omlint")]
    [InlineData("\uFEFF[*]\r\nindent_size = 2", "\uFEFF[*]\r\nindent_size = 2\r\n\r\n# omlint")]
    [InlineData("", "# omlint")]
    public void A_section_is_added_to_what_is_there(string before, string start)
    {
        using var root = new TemporaryDirectory();
        root.Write(".editorconfig", before);

        Assert.Equal(0, Run(root, "--from", "1.5").ExitCode);

        var after = Encoding.UTF8.GetString(File.ReadAllBytes(root[".editorconfig"]));
        Assert.StartsWith(start, after, StringComparison.Ordinal);
        Assert.Equal(before.Contains('\r'), after.EndsWith("\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_baseline_what_is_there_today_passes()
    {
        using var root = new TemporaryDirectory();
        root.Write("ingestion/shop_profiler.yaml", Samples.Profiler);

        var run = Run(root, "--from", "1.5", "--target", "1.6.3", "--baseline");

        Assert.Equal(
            new CommandRun(
                0,
                """
                created `.editorconfig`
                created `.pre-commit-config.yaml`
                created `.github/workflows/omlint.yml`
                created `omlint-baseline.json` of what is found today

                """,
                "omlint: `omlint-baseline.json` knows 3 findings: 3 added, 0 removed\n"),
            run);
        Assert.Contains("\n        args: [--baseline, omlint-baseline.json]\n        files: ", root.Read(".pre-commit-config.yaml"), StringComparison.Ordinal);
        Assert.Contains("- run: omlint --format github --baseline omlint-baseline.json\n", root.Read(".github/workflows/omlint.yml"), StringComparison.Ordinal);
        Assert.Equal(0, RunIn(root, ["--baseline", "omlint-baseline.json"]).ExitCode);
        Assert.Equal(1, Check(root).ExitCode);
    }

    [Fact]
    public void A_baseline_that_is_there_stays_and_is_used()
    {
        using var root = new TemporaryDirectory("omlint-baseline.json", ".pre-commit-config.yaml");

        Assert.Equal(
            """
            created `.editorconfig`
            left `.pre-commit-config.yaml` as it is; have it call omlint with `--baseline omlint-baseline.json`
            created `.github/workflows/omlint.yml`
            left `omlint-baseline.json` as it is

            """,
            Run(root, "--from", "1.5", "--baseline").Output);
        Assert.Equal("omlint-baseline.json", root.Read("omlint-baseline.json"));
        Assert.Contains("--baseline omlint-baseline.json", root.Read(".github/workflows/omlint.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        using var root = new TemporaryDirectory();

        Assert.Equal(
            """
            would create `.editorconfig`
            would create `.pre-commit-config.yaml`
            would create `.github/workflows/omlint.yml`

            """,
            Run(root, "--dry-run", "--from", "1.5").Output);
        Assert.Empty(root.Files());
    }

    [Fact]
    public void The_oldest_of_several_releases_counts()
    {
        using var root = new TemporaryDirectory();
        root.Write("a/Dockerfile", "FROM openmetadata/ingestion:1.6.2\n");
        root.Write("b/pyproject.toml", "dependencies = [\"openmetadata-ingestion~=1.5.3\"]\n");
        root.Write("c.txt", "openmetadata-ingestion==99.1.0\nopenmetadata-ingestion>=1.2\n");

        Assert.Contains("several releases are in use: 1.5.3, 1.6.2; the oldest counts\n", Run(root).Output, StringComparison.Ordinal);
        Assert.Contains("\nomlint_from_version = 1.5.3\n", root.Read(".editorconfig"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_pin_it_says_what_to_set()
    {
        using var root = new TemporaryDirectory();

        Assert.EndsWith("to the one in use\n", Run(root).Output, StringComparison.Ordinal);
        Assert.Contains("\n# omlint_from_version = 1.5\n", root.Read(".editorconfig"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("omlint: `omlint init` sets up the current directory and takes no paths; to check a directory called `init`, write `omlint ./init`\n", "x")]
    [InlineData("omlint: `--from` 1.7.0 is newer than `--target` 1.6.3\n", "--from", "1.7.0", "--target", "1.6.3")]
    public void Other_words_are_refused(string message, params string[] words)
    {
        using var root = new TemporaryDirectory();

        Assert.Equal(new CommandRun(2, "", message), Run(root, words));
        Assert.Empty(root.Files());
    }

    private static CommandRun Run(TemporaryDirectory root, params string[] words) => RunIn(root, ["init", .. words]);

    private static CommandRun Check(TemporaryDirectory root) => RunIn(root, []);

    private static CommandRun RunIn(TemporaryDirectory root, string[] words)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int exitCode;
        using (var terminal = new Terminal(Stream.Null, output, error, isOutputTerminal: false, isErrorTerminal: false, _ => null) { CurrentDirectory = root.Path })
        {
            exitCode = CommandDispatcher.Run(
                [.. words], terminal, (options, _) => CheckCommand.Run(terminal, options, TestContext.Current.CancellationToken));
        }

        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
