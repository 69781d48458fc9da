using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`.editorconfig`: releases, severities and options by path.</summary>
public sealed class ConfigurationTests
{
    private const string TwoReleases = """
        [*.yaml]
        omlint_target_version = 1.6.3

        [legacy/**]
        omlint_target_version = 1.5

        """;

    [Fact]
    public void The_release_differs_by_path()
    {
        using var directory = Samples.Directory(
            (".editorconfig", TwoReleases), ("legacy/profiler.yaml", Samples.Profiler), ("new/profiler.yaml", Samples.Profiler));

        Assert.Equal("new/profiler.yaml:16 OM1001, new/profiler.yaml:17 OM1002, new/profiler.yaml:18 OM1003", Found(directory));
        Assert.EndsWith("2 files checked against 1.5.15 and 1.6.3\n", Omlint.Run(directory).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_wins()
    {
        using var directory = Samples.Directory(
            (".editorconfig", TwoReleases), ("legacy/profiler.yaml", Samples.Profiler), ("new/profiler.yaml", Samples.Profiler));

        Assert.Equal("", Found(directory, "--target", "1.5"));
        Assert.Equal(2, Found(directory, "--target", "1.6", "--select", "OM1001").Split(", ").Length);
    }

    [Fact]
    public void It_can_be_left_out()
    {
        using var directory = Samples.Directory((".editorconfig", TwoReleases + "omlint_colour = red\n"), ("legacy/profiler.yaml", Samples.Profiler));

        Assert.Equal("legacy/profiler.yaml:16 OM1001", Found(directory, "--no-config", "--select", "OM1001"));
    }

    [Fact]
    public void A_release_in_use_leaves_what_came_before_it()
    {
        using var directory = Samples.Directory(
            (".editorconfig", "[*]\nomlint_from_version = 1.6.0\n[old/*]\nomlint_from_version = 1.5\n"),
            ("old/profiler.yaml", Samples.Profiler),
            ("profiler.yaml", Samples.Profiler));

        Assert.Equal("old/profiler.yaml:16 OM1001", Found(directory, "--select", "OM1001"));
    }

    [Fact]
    public void Severities_differ_by_path()
    {
        using var directory = Samples.Directory(
            (".editorconfig", """
                [*]
                omlint_diagnostic.OM1001.severity = note
                dotnet_diagnostic.OM1002.severity = none
                omlint_category.workflow.severity = warning
                [b/*]
                omlint_diagnostic.OM1003.severity = none

                """),
            ("a/profiler.yaml", Samples.Profiler),
            ("b/profiler.yaml", Samples.Profiler));

        Assert.Equal(
            """
            a/profiler.yaml:18:7: warning[OM1003] `confidence` was removed from Profiler workflows in 1.6.0
            a/profiler.yaml:16:7: note[OM1001] `generateSampleData` was removed from Profiler workflows in 1.6.0
            b/profiler.yaml:16:7: note[OM1001] `generateSampleData` was removed from Profiler workflows in 1.6.0

            """,
            Omlint.Run(directory, "-q", "--target", "1.6.3").Output);
    }

    [Fact]
    public void Names_of_new_files_are_an_option()
    {
        using var directory = Samples.Directory(
            (".editorconfig", "[*.yaml]\nomlint_auto_classification_file_name = {stem}_classify\n"), ("mysql_profiler.yaml", Samples.Profiler));

        Omlint.Run(directory, "--fix", "--target", "1.6.3");

        Assert.Contains("mysql_classify.yaml", directory.Files());
    }

    [Fact]
    public void A_list_adds_releases()
    {
        using var directory = Samples.Directory(
            (".editorconfig", "[*]\nomlint_releases = lists/releases.txt\n"),
            ("lists/releases.txt", "# seen on the mirror\n99.1.0 2027-02-01\n99.1.1 # no day\npackage 99.1.1.2\n"),
            ("compose.yaml", "services:\n  a:\n    image: docker.getcollate.io/openmetadata/ingestion:99.1.1\n  b:\n    image: docker.getcollate.io/openmetadata/server:99.1.2\n"));

        Assert.Equal("compose.yaml:5 OM2012, compose.yaml:3 OM2001", Sorted(Found(directory, "--select", "OM2001,OM2012")));
        Assert.Contains("ingestion:99.1.1.2", Fixed(directory), StringComparison.Ordinal);
        Assert.EndsWith("checked against 99.1.1\n", Omlint.Run(directory, "--target", "99.1").Output, StringComparison.Ordinal);

        static string Sorted(string found) => string.Join(", ", found.Split(", ").OrderDescending(StringComparer.Ordinal));

        static string Fixed(TemporaryDirectory directory)
        {
            Omlint.Run(directory, "--fix", "--unsafe-fixes", "--select", "OM2001");
            return directory.Read("compose.yaml");
        }
    }

    [Fact]
    public void A_list_counts_where_its_section_holds()
    {
        const string image = "services:\n  a:\n    image: docker.getcollate.io/openmetadata/server:99.1.0\n";
        using var directory = Samples.Directory(
            (".editorconfig", "[new/**]\nomlint_releases = releases.txt\n"), ("releases.txt", "99.1.0\n"), ("new/compose.yaml", image), ("old/compose.yaml", image));

        Assert.Equal("old/compose.yaml:3 OM2012", Found(directory, "--select", "OM2012"));
    }

    [Theory]
    [InlineData("1.6", "the line is no release, as in `1.6.3 2025-01-29`")]
    [InlineData("package 1.6.3", "the line is no release of the ingestion package, as in `package 1.6.3.1 2025-01-29`")]
    [InlineData("1.6.3 29.1.2025", "`29.1.2025` is no day, as in `2025-01-29`")]
    public void A_line_of_a_list_that_is_not_understood_is_a_finding(string line, string message)
    {
        using var directory = Samples.Directory(
            (".editorconfig", "[*]\nomlint_releases = releases.txt\n"), ("releases.txt", $"99.1.0\n  {line} # told\n"), ("clean.yaml", Samples.Clean));

        Assert.Equal($"releases.txt:2:3: warning[OM0008] {message}\n", Omlint.Run(directory, "-q").Output);
    }

    [Fact]
    public void A_list_that_is_not_there_is_a_finding()
    {
        using var directory = Samples.Directory((".editorconfig", "[*]\nomlint_releases = releases.txt\n"), ("clean.yaml", Samples.Clean));

        Assert.Contains("warning[OM0008]", Omlint.Run(directory, "-q").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_release_is_told_in_the_file_that_was_named()
    {
        const string image = "services:\n  a:\n    image: docker.getcollate.io/openmetadata/server:99.1.0\n";
        using var directory = Samples.Directory(("a.yaml", image), ("b.yaml", image));

        Assert.Equal("a.yaml:3 OM2012", Found(directory));
        Assert.Equal("b.yaml:3 OM2012", Found(directory, "b.yaml"));
    }

    [Fact]
    public Task What_is_not_understood_is_a_finding()
    {
        using var directory = Samples.Directory(
            (".editorconfig", """
                omlint_target_version = 1.5
                [*]
                omlint_taget_version = 1.5
                omlint_from_version = yesterday
                omlint_diagnostic.OM1O01.severity = none
                omlint_diagnostic.OM1001.severity = lound
                indent_size = 2

                """),
            ("sub/.editorconfig", "[*.yaml]\nomlint_target_version = 9.9\nomlint_from_version = 1.5.99\n"),
            ("sub/clean.yaml", Samples.Clean));

        return Snapshot.Verify(Omlint.Run(directory, "-q").Show()
            .Replace(OpenMetadataReleases.Newest.ToString(), "NEWEST", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_understood_can_be_turned_off()
    {
        using var directory = Samples.Directory(
            (".editorconfig", "[*]\nomlint_taget_version = 1.5\nomlint_diagnostic.OM0008.severity = none\n"), ("clean.yaml", Samples.Clean));

        Assert.Equal((0, "", ""), Omlint.Run(directory, "-q").Said);
    }

    [Fact]
    public void A_comment_suppresses_until_its_day()
    {
        using var directory = Samples.Directory(
            ("metadata.yaml", Samples.Metadata.Replace("Lineage: true", "Lineage: true # omlint: ignore[OM1009] until=2027-01-31 -- after the move", StringComparison.Ordinal)));

        Assert.Equal(
            (0, "all clear, 1 suppressed: 1 file checked against 1.6.3\n", ""),
            new Omlint(directory.Path) { Clock = new StoppedClock(2027, 1, 31) }.Run("--target", "1.6.3").Said);
        Assert.Equal(
            """
            metadata.yaml:7:7: error[OM1009] `overrideViewLineage` was removed from DatabaseMetadata workflows in 1.6.0
            metadata.yaml:7:33: warning[OM0006] the suppression held until 2027-01-31 and is over

            """,
            new Omlint(directory.Path) { Clock = new StoppedClock(2027, 2, 1) }.Run("-q", "--target", "1.6.3").Output);
    }

    private static string Found(TemporaryDirectory directory, params string[] options) => string.Join(
        ", ",
        Omlint.Run(directory, ["-q", .. options]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"{string.Join(':', line.Split(':')[..2])} {line.Split('[', ']')[1]}"));

    private sealed class StoppedClock(int year, int month, int day) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(year, month, day, 23, 59, 59, TimeSpan.Zero);
    }
}
