using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Tests.Pages;

public sealed class RulePageExamplesTests
{
    [Fact]
    public void Markers_are_taken_out_with_the_blanks_before_them()
    {
        var example = Assert.Single(Read("""
            ## Example

            ```yaml file=a.yaml target=1.6.3 from=1.5.0
            one: 1   # finding: OM1001
            two: 2 # kept # finding: OM1001, OM1003
            three: 3
            ```
            """));

        Assert.Equal(new ExampleFile("a.yaml", "one: 1\ntwo: 2 # kept\nthree: 3\n"), Assert.Single(example.Files));
        Assert.Equal(
            [new("a.yaml", 1, "OM1001"), new("a.yaml", 2, "OM1001"), new("a.yaml", 2, "OM1003")],
            example.Findings);
        Assert.Equal("1.6.3", example.Target.ToString());
        Assert.Equal("1.5.0", example.From.ToString());
        Assert.False(example.UnsafeFixes);
        Assert.True(example.Fixed.IsDefault);
    }

    [Fact]
    public void Formats_without_comments_announce_findings_in_the_info_string()
    {
        var example = Assert.Single(Read("""
            ## Example

            ```json file=a.json findings=OM1001@2,OM1003@1
            { "one": 1,
              "two": 2 }
            ```
            """));

        Assert.Equal([new("a.json", 1, "OM1003"), new("a.json", 2, "OM1001")], example.Findings);
    }

    [Fact]
    public void Fixed_files_are_laid_over_those_of_the_example()
    {
        var examples = Read("""
            ## Example

            ```yaml file=a.yaml
            a: 1
            ```
            ```yaml file=b.yaml fix=unsafe
            b: 1
            ```

            ## Fixed

            ```yaml file=a.yaml
            a: 2
            ```
            ```yaml file=c.yaml
            c: 1
            ```

            ## Example: nothing to mend

            ```yaml file=d.yaml
            d: 1
            ```

            ## Fix safety

            ```yaml file=e.yaml
            ```
            """);

        Assert.Equal(["OM1001 Example", "OM1001 Example: nothing to mend"], examples.Select(example => example.ToString()));
        Assert.True(examples[0].UnsafeFixes);
        Assert.Equal([new("a.yaml", "a: 2\n"), new("b.yaml", "b: 1\n"), new("c.yaml", "c: 1\n")], examples[0].Fixed);
        Assert.False(examples[1].UnsafeFixes);
        Assert.True(examples[1].Fixed.IsDefault);
    }

    [Fact]
    public void Blocks_without_a_file_only_illustrate() =>
        Assert.Empty(Read("""
            ## Example

            ```ini
            [*.yaml]
            ```
            """));

    [Theory]
    [InlineData("## Example\n```yaml file=a.yaml traget=1.6\n```\n", "`traget=1.6` is no attribute of a block; there are file, target, from, fix and findings")]
    [InlineData("## Example\n```yaml file=a.yaml target=x\n```\n", "`target=x` is not a release number")]
    [InlineData("## Example\n```yaml file=a.yaml fix=safe\n```\n", "`fix=safe` is not `fix=unsafe`")]
    [InlineData("## Example\n```yaml file=a.yaml findings=OM1001\n```\n", "`findings=OM1001` is not of the form `findings=OM1001@4`")]
    [InlineData("## Example\n```yaml file=a.yaml\na: 1 # finding OM1001\n```\n", "`a: 1 # finding OM1001` ends in no marker of the form `# finding: OM1001, OM1002`")]
    [InlineData("## Example\n```yaml file=a.yaml\n", "the block is not closed")]
    [InlineData("## Example\n```yaml file=a.yaml\n```\n```yaml file=a.yaml\n```\n", "a file stands twice in one example")]
    [InlineData("## Example\n```yaml file=a.yaml target=1.6\n```\n```yaml file=b.yaml target=1.7\n```\n", "the blocks of one example differ in `target`")]
    [InlineData("## Example\n```yaml file=a.yaml\n```\n## Example\n```yaml file=a.yaml\n```\n", "there are two sections `Example`")]
    [InlineData("## Fixed\n```yaml file=a.yaml\n```\n", "`Fixed` does not follow an example with files")]
    [InlineData("## Example\n```yaml file=a.yaml\n```\n## Fixed\n```yaml\n```\n", "a block under `Fixed` has the attribute `file` and no other")]
    public void Mistakes_are_named(string text, string message) =>
        Assert.EndsWith(": " + message, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_page_with_a_finding_in_a_file_shows_one()
    {
        // These are about omlint's own work or about bytes that a page cannot show.
        string[] without = ["OM0001", "OM0002", "OM0005", "OM0008", "OM0010", "OM0011", "OM0012"];

        Assert.Equal(
            without,
            from page in RulePages.All
            where !RulePageExamples.Of(page).Any(example => example.Findings.Any(finding => finding.Rule == page.Id))
            select page.Id);
    }

    private static ImmutableArray<RulePageExample> Read(string examples) => RulePageExamples.Of(new RulePage
    {
        Id = "OM1001",
        Name = "some-name",
        Title = "Some title",
        Category = "workflow",
        Severity = DiagnosticSeverity.Error,
        Fix = FixAvailability.Safe,
        Analyzer = "some-kind",
        With = new RuleParameters("page OM1001", RuleParameter.Mapping()),
        ReadMarkdown = () => "---\nid: OM1001\n---\n" + examples,
    });
}
