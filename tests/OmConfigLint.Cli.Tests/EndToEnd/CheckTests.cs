using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`omlint` alone: what is found, in which files, and what is said of the rest.</summary>
public sealed class CheckTests
{
    [Fact]
    public Task Profiler_workflow()
    {
        using var directory = Samples.Directory(("ingestion/mysql_profiler.yaml", Samples.Profiler));

        return Snapshot.Verify(Omlint.Run(directory, "--target", "1.6.3").Show());
    }

    [Fact]
    public Task Several_files_worst_first_in_each()
    {
        using var directory = Samples.Directory(
            ("b/lineage.yml", Samples.Lineage),
            ("b/metadata.yml", Samples.Metadata),
            ("notes.yaml", Samples.Notes),
            ("clean.yaml", Samples.Clean),
            ("a/two.yaml", Samples.Notes + "---\n" + Samples.Metadata.Replace("shop", "stock", StringComparison.Ordinal)));

        return Snapshot.Verify(Omlint.Run(directory, "--target", "1.6.3", ".").Show());
    }

    [Fact]
    public Task Quiet()
    {
        using var directory = Samples.Directory(("mysql_profiler.yaml", Samples.Profiler), ("notes.yaml", Samples.Notes));

        return Snapshot.Verify(Omlint.Run(directory, "--target", "1.6.3", "-q").Show());
    }

    [Fact]
    public Task Statistics()
    {
        using var directory = Samples.Directory(
            ("mysql_profiler.yaml", Samples.Profiler), ("notes.yaml", Samples.Notes), ("more.yaml", Samples.Notes), ("broken.yaml", Samples.Broken));

        return Snapshot.Verify(Omlint.Run(directory, "--target", "1.6.3", "-q", "--statistics").Show());
    }

    [Fact]
    public void What_only_looks_like_a_workflow_is_left_in_peace()
    {
        using var directory = Samples.Directory(
            ("compose.yaml", """
                services:
                  profiler:
                    image: acme/ingestion:1
                    environment: { type: Profiler, generateSampleData: "true", sourceConfig: none }
                    source: { sourceConfig: { config: { type: Profiler, generateSampleData: true } } }

                """),
            ("manifest.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: profiler }
                data:
                  type: Profiler
                  generateSampleData: "true"
                  workflow.yaml: |
                    source:
                      sourceConfig:
                        config:
                          type: Profiler
                          generateSampleData: true

                """),
            ("prose.yaml", """
                - The sourceConfig of a workflow holds "type: Profiler" and
                - generateSampleData: true

                """),
            ("values.json", """{ "sourceConfig": { "config": { "type": "Profiler", "generateSampleData": true } } }"""),
            ("notes.md", Samples.Profiler));

        Assert.Equal(
            (0, "nothing to check: none of 4 files holds anything that omlint knows\n", ""),
            Omlint.Run(directory, "--target", "1.6.3").Said);
    }

    [Fact]
    public Task A_broken_file_beside_good_ones()
    {
        using var directory = Samples.Directory(
            ("a.yaml", Samples.Notes),
            ("b.yaml", Samples.Broken),
            ("c.json", "{ \"sourceConfig\": 1, }\n"),
            ("d.yaml", "{% if x %}sourceConfig: 1\n{% endif %}\n"),
            ("z.yaml", Samples.Metadata));
        directory.Write("latin1.yaml", [.. "source: caf"u8, 0xE9, .. "\nsourceConfig: 1\n"u8]);
        directory.Write("binary.yaml", [.. "sourceConfig: "u8, 0, 1, 2]);

        return Snapshot.Verify(Omlint.Run(directory, "--target", "1.6.3").Show());
    }

    [Fact]
    public void Nothing_to_check()
    {
        using var directory = new TemporaryDirectory("a.txt");

        Assert.Equal((0, "nothing to check: no files found\n", ""), Omlint.Run(directory).Said);
    }

    [Theory]
    [InlineData("missing.yaml", "failed: `missing.yaml` does not exist\n")]
    [InlineData("no/**/*.yaml", "failed: `no/**/*.yaml` matches nothing: `no` is no directory\n")]
    [InlineData("*.json", "failed: `*.json` matches no file that omlint reads\n")]
    [InlineData("", "failed: `` is an empty path\n")]
    [InlineData("nowhere.yaml", "failed: `nowhere.yaml` is a link to nothing\n")]
    [InlineData("outside", "failed: `outside` is a link that leads out of the tree or in a loop, and is not followed\n")]
    public void What_cannot_be_looked_at_is_a_failure_and_the_rest_is_checked(string path, string error)
    {
        using var directory = Samples.Directory(("notes.yaml", Samples.Clean));
        directory.Link("nowhere.yaml", "gone.yaml");
        directory.Link("outside", Path.GetTempPath());

        var run = Omlint.Run(directory, "--target", "1.6.3", path, "notes.yaml");

        Assert.Equal((2, error), (run.ExitCode, run.Error));
        Assert.Equal("nothing found, but not everything was checked; 1 file checked against 1.6.3\n", run.Output);
    }

    [Fact]
    public void A_file_of_another_kind_is_said_and_does_no_harm()
    {
        using var directory = Samples.Directory(("notes.md", Samples.Profiler), ("clean.yaml", Samples.Clean));

        Assert.Equal(
            (0, "all clear: 1 file checked against 1.6.3\n", $"omlint: `notes.md` was not looked at: omlint reads {FileFormats.Description}\n"),
            Omlint.Run(directory, "--target", "1.6.3", "clean.yaml", "notes.md").Said);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_a_failure()
    {
        using var directory = Samples.Directory(("a.yaml", Samples.Clean), ("b.yaml", Samples.Clean));
        directory.SetMode("a.yaml", UnixFileMode.None);
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "a privileged user may read everything");

        Assert.Equal(
            (
                2, "nothing found, but not everything was checked; 1 file checked against 1.6.3\n", "failed: `a.yaml` cannot be read: permission denied\n"),
            Omlint.Run(directory, "--target", "1.6.3").Said);
    }

    [Fact]
    public void Files_are_shown()
    {
        using var directory = Samples.Directory(
            ("b/x.yml", "a: 1"), ("a.yaml", Samples.Profiler), ("c.json", "{}"), ("d.txt", ""), ("node_modules/e.yaml", ""), ("out/f.yaml", ""), (".gitignore", "out/\n"));

        Assert.Equal((0, "a.yaml\nb/x.yml\nc.json\n", ""), Omlint.Run(directory, "--show-files").Said);
        Assert.Equal((2, "a.yaml\n", "omlint: `gone.yaml` does not exist\n"), Omlint.Run(directory, "--show-files", "a.yaml", "gone.yaml").Said);
    }

    [Fact]
    public Task On_a_terminal()
    {
        using var directory = Samples.Directory(("mysql_profiler.yaml", Samples.Profiler));

        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["TERM"] = "xterm-kitty" };
        return Snapshot.Verify(new Omlint(directory.Path) { OnTerminal = true, Variables = variables }
            .Run("--target", "1.6.3", "--select", "OM1001").Show()
            .Replace('\u001b', '␛')
            .Replace(directory.Path, "/repository", StringComparison.Ordinal));
    }
}
