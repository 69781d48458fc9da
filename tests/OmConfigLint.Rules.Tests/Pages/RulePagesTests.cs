using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Testing;

namespace OmConfigLint.Rules.Tests.Pages;

public sealed class RulePagesTests
{
    private static readonly string Directory = Path.Combine(SharedMaterial.RepositoryRoot, "rules");

    public static TheoryData<string> Ids => [.. RulePages.All.Select(page => page.Id)];

    [Fact]
    public void Every_page_is_compiled_in()
    {
        var files = System.IO.Directory.GetFiles(Directory, "*.md").Select(Path.GetFileNameWithoutExtension).Where(name => name != "RELEASES");

        Assert.Equal(files.Order(StringComparer.Ordinal), RulePages.All.Select(page => $"{page.Id}-{page.Name}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_its_sections_in_order(string id)
    {
        var page = Find(id);
        var headings = RulePageHeading.Read(page.Markdown).Select(heading => (heading.Level, Text: heading.Text.Split(':')[0])).ToArray();
        var isFixable = page.Fix is FixAvailability.Safe or FixAvailability.Unsafe;
        string[] order = isFixable
            ? ["What it checks", "Why", "Example", "Fixed", "Fix safety"]
            : ["What it checks", "Why", "Example"];

        Assert.Equal((1, $"{page.Id} {page.Name}"), headings[0]);
        Assert.All(headings.Skip(1), heading => Assert.Equal(2, heading.Level));
        // Examples may be several, each with its fixed files; there may be other sections between and behind.
        var sections = headings.Skip(1).Select(heading => heading.Text).Where(order.Contains).Distinct();
        var needed = page.Category == RulePages.OwnCategory ? order.Where(section => section != "Example" || headings.Any(heading => heading.Text == section)) : order;
        Assert.Equal(needed, sections);
    }

    [Fact]
    public void A_page_about_OpenMetadata_says_where_its_facts_stand() =>
        Assert.All(
            RulePages.All.Where(page => page.Category != RulePages.OwnCategory),
            page =>
            {
                Assert.NotNull(page.Help);
                Assert.NotEmpty(page.Sources);
                Assert.NotNull(page.Since);
            });

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_name_is_what_is_flagged(string id)
    {
        var page = Find(id);

        Assert.False(page.Name.StartsWith("no-", StringComparison.Ordinal) || page.Name.StartsWith("disallow-", StringComparison.Ordinal), page.Name);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_is_the_file_as_it_stands(string id)
    {
        var page = Find(id);

        Assert.Equal(File.ReadAllText(Path.Combine(Directory, $"{page.Id}-{page.Name}.md")).ReplaceLineEndings("\n"), page.Markdown);
    }

    [Fact]
    public void The_engines_rules_are_what_their_pages_say() =>
        Assert.Equal(
            RulePages.All.Where(page => page.Analyzer == "engine").Select(page => (page.Id, page.Name, page.Title, page.Category, page.Severity, page.Fix)),
            EngineRules.All.Select(rule => (rule.Id, rule.Name, rule.Descriptor.Title.ToString(), rule.Descriptor.Category, rule.Descriptor.DefaultSeverity, rule.Fix)));

    [Fact]
    public void The_ledger_lists_every_rule()
    {
        var rows = File.ReadLines(Path.Combine(Directory, "RELEASES.md"))
            .Where(line => line.StartsWith("| OM", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .ToArray();

        Assert.All(rows, row => Assert.Equal(4, row.Length));
        // An id that was given once is never given again, so a row may be marked as removed but not taken away.
        Assert.Equal(rows.Select(row => row[0]).Distinct(), rows.Select(row => row[0]));
        Assert.Equal(
            RulePages.All.Select(page => (page.Id, page.Category, SeverityOf(page))),
            rows.Where(row => !row[3].Contains("removed", StringComparison.Ordinal)).Select(row => (row[0], row[1], row[2])));
    }

    private static RulePage Find(string id) => RulePages.All.Single(page => page.Id == id);

    private static string SeverityOf(RulePage page) => page.Severity == DiagnosticSeverity.Info ? "note" : page.Severity.ToString().ToLowerInvariant();
}
