using OmConfigLint.Cli.Output;
using OmConfigLint.Rules;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class RuleHelpTests
{
    [Fact]
    public void A_page_is_quoted_without_its_front_matter()
    {
        var page = RuleHelp.Parse(Sample.MovedProperty.Page!.ReplaceLineEndings("\r\n"));

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

    [Fact]
    public void Every_page_can_be_quoted() => Assert.All(
        OpenMetadataRules.Create([]).Rules.Where(rule => rule.Page is not null),
        rule =>
        {
            var help = RuleHelp.Parse(rule.Page!);
            Assert.StartsWith($"# {rule.Id} {rule.Name}\n", help.Markdown, StringComparison.Ordinal);
            Assert.StartsWith("What it checks\n", help.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("```", help.Text, StringComparison.Ordinal);
            Assert.Contains(help.Summary, help.Text.Replace('\n', ' '), StringComparison.Ordinal);
            Assert.NotEmpty(help.Summary);
        });
}
