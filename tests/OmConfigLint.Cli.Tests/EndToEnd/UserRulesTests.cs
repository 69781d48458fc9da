using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`--rules DIR`: a house's own pages, of kinds that omlint knows.</summary>
public sealed class UserRulesTests
{
    private const string Page = """
        ---
        id: ACME0001
        name: metadata-mark-deleted-tables
        title: Deleted tables stay visible in our catalog
        category: house
        severity: warning
        since: 1.6.0
        fix: unsafe
        analyzer: default-changed
        with:
          pipeline: DatabaseMetadata
          property: markDeletedTables
          old: "true"
          new: "false"
          label: deleted tables stay visible
        ---
        # ACME0001 metadata-mark-deleted-tables

        ## What it checks

        Our own default.

        ## Fix safety

        Unsafe: the new default may be wanted.

        """;

    [Fact]
    public Task A_page_of_a_known_kind_finds_and_fixes()
    {
        using var directory = Samples.Directory(("rules/ACME0001-metadata-mark-deleted-tables.md", Page), ("clean.yaml", Samples.Clean));
        string[] options = ["--rules", "rules", "--target", "1.6.3"];

        return Snapshot.Verify(Omlint.Run(directory, options).Show() + Omlint.Run(directory, [.. options, "--fix", "--unsafe-fixes"]).Show(directory));
    }

    [Fact]
    public void Its_rule_can_be_selected_graded_and_suppressed()
    {
        using var directory = Samples.Directory(
            ("rules/ACME0001-metadata-mark-deleted-tables.md", Page),
            (".editorconfig", "[*.yaml]\nomlint_diagnostic.ACME0001.severity = error\n"),
            ("a.yaml", Samples.Clean),
            ("b.yaml", "# omlint: ignore-file[metadata-mark-deleted-tables]\n" + Samples.Clean));

        Assert.Equal(
            (1, "a.yaml:6:7: error[ACME0001] the default of `markDeletedTables` in DatabaseMetadata workflows changed from `true` to `false` in 1.6.0\n", ""),
            Omlint.Run(directory, "-q", "--rules", "rules", "--select", "house", "--target", "1.6.3").Said);
    }

    [Theory]
    [InlineData("default-changed", "defalt-changed")]
    [InlineData("old: \"true\"\n", "")]
    [InlineData("severity: warning", "severity: bad")]
    [InlineData("id: ACME0001", "id: OM1001")]
    public void A_page_that_is_wrong_stops_the_run(string right, string wrong)
    {
        using var directory = Samples.Directory(
            ("rules/ACME0001-metadata-mark-deleted-tables.md", Page.Replace("  " + right, "  " + wrong, StringComparison.Ordinal).Replace(right, wrong, StringComparison.Ordinal)),
            ("clean.yaml", Samples.Clean));

        var run = Omlint.Run(directory, "--rules", "rules", "--fix", "--target", "1.6.3");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("omlint: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("ACME0001", run.Error, StringComparison.Ordinal);
    }
}
