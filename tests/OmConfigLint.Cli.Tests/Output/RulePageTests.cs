using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class RulePageTests
{
    [Fact]
    public void A_page_is_quoted_without_its_front_matter()
    {
        var page = RulePage.Parse(Sample.MovedProperty.Page!.ReplaceLineEndings("\r\n"));

        Assert.StartsWith("# OM1001 profiler-generate-sample-data\n", page.Markdown, StringComparison.Ordinal);
        Assert.Equal("`generateSampleData` in a Profiler workflow: 1.6.0 moved it to AutoClassification.", page.Summary);
        Assert.Equal(
            """
            What it checks
            `generateSampleData` in a Profiler workflow:
            1.6.0 moved it to AutoClassification.

            Fix safety
            Safe.
            """,
            page.Text);
    }
}
