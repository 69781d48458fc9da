using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Rules.Tests.Pages;
using OmConfigLint.Testing;

namespace OmConfigLint.Rules.Tests.Embedded;

/// <summary>A workflow means the same wherever it is written: its findings are those of the plain file, at the places that they have there.</summary>
public sealed class EmbeddingTests
{
    private static readonly RuleSet Rules = OpenMetadataRules.Create();

    public static TheoryData<string> Ways => [.. EmbeddedWorkflow.Ways.Keys];

    [Theory, MemberData(nameof(Ways))]
    public void Examples_of_the_pages_keep_their_findings(string way) => AssertSame(way, PageWorkflows(), least: 10);

    [Theory, MemberData(nameof(Ways))]
    public void Real_workflows_keep_their_findings(string way)
    {
        var corpus = SharedMaterial.Require("corpus");
        var workflows = Directory.EnumerateFiles(corpus, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .Where(text => text.Contains("Profiler", StringComparison.Ordinal) && text.Contains("sourceConfig:", StringComparison.Ordinal))
            .Select(text => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n")
            .Distinct(StringComparer.Ordinal);
        AssertSame(way, workflows, least: 10);
    }

    private static void AssertSame(string way, IEnumerable<string> workflows, int least)
    {
        var count = 0;
        foreach (var workflow in workflows)
        {
            // What the text around would read otherwise is another workflow there.
            if (workflow.AsSpan().IndexOfAny("$`\t") >= 0 || workflow.Contains("{{", StringComparison.Ordinal) || workflow.Contains("omlint:", StringComparison.Ordinal))
                continue;
            var embedded = EmbeddedWorkflow.Ways[way](workflow);
            var plain = Findings("mysql_profiler.yaml", workflow);
            if (plain.IsEmpty || plain.Any(finding => EngineRules.SaysNotAnalysed(finding.Rule)))
                continue;
            var expected = plain.Select(finding => (finding.Rule.Id, Start: embedded.PlaceOf(finding.Span.Start), finding.Message));
            var found = Findings(embedded.Path, embedded.Text).Select(finding => (finding.Rule.Id, finding.Span.Start, finding.Message));
            Assert.Equal(expected.Order(), found.Order());
            count++;
        }

        Assert.InRange(count, least, int.MaxValue);
    }

    private static IEnumerable<string> PageWorkflows() =>
        from page in RulePages.All
        from example in RulePageExamples.Of(page)
        from file in example.Files
        where file.Path.EndsWith(".yaml", StringComparison.Ordinal) && file.Text.StartsWith("source:", StringComparison.Ordinal)
        select file.Text;

    /// <summary>The findings of the rules about workflows and about files as such.</summary>
    private static ImmutableArray<Finding> Findings(string path, string text)
    {
        var tree = new MemoryFiles([(path, text)], Rules);
        return [.. new FileAnalyzer(Rules).Analyze(tree.All.Single(), FixPreview.Settings("1.6.3", null), tree).Findings
            .Where(finding => finding.Rule.Id.StartsWith("OM10", StringComparison.Ordinal) || finding.Rule.Descriptor.Category == "omlint")];
    }
}
