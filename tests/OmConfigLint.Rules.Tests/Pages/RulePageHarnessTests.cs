using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>What holds for every example of every page, without a line of test code by the author of the page.</summary>
public sealed class RulePageHarnessTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Examples => RulePageExamples.Names;

    [Theory, MemberData(nameof(Examples))]
    public void The_findings_are_those_announced(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);

        Assert.Equal(example.Findings.Order(ByPlace), Places(new RulePageHarness(example).Check(example.Files)));
    }

    [Theory, MemberData(nameof(Examples))]
    public void The_fixed_files_are_those_shown(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);

        Assert.Equal(Expected(example), new RulePageHarness(example).Fix(example.Files));
    }

    [Theory, MemberData(nameof(Examples))]
    public void Line_ends_marks_and_a_missing_final_newline_make_no_difference(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);
        var harness = new RulePageHarness(example);
        foreach (var variant in TextVariant.All)
        {
            var files = example.Files.Select(file => file with { Text = variant.Apply(file.Text) }).ToList();

            Assert.Equal(example.Findings.Order(ByPlace), Places(harness.Check(files)));
            Assert.Equal(Expected(example).Select(file => (variant.Name, file.Key, variant.Apply(file.Value))), harness.Fix(files).Select(file => (variant.Name, file.Key, file.Value)));
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Fixing_again_changes_nothing_and_leaves_no_finding_of_the_rule(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);
        if (example.Fixed.IsDefault)
            return;
        var harness = new RulePageHarness(example);

        var once = harness.Fix(example.Files);
        var files = once.Select(file => new ExampleFile(file.Key, file.Value)).ToList();

        Assert.Equal(once, harness.Fix(files));
        Assert.DoesNotContain(harness.Check(files), finding => finding.Rule.Id == page);
    }

    [Theory, MemberData(nameof(Examples))]
    public void No_comment_is_lost(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);
        if (example.Fixed.IsDefault || example.UnsafeFixes)
            return;

        var after = string.Concat(new RulePageHarness(example).Fix(example.Files).Values);
        foreach (var comment in example.Files.SelectMany(Comments))
            Assert.Contains(comment, after, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Examples))]
    public void A_suppression_silences_the_rule(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);
        // What cannot be parsed has no comments, and suppressions do not speak of themselves.
        if (example.Findings.IsEmpty || page is "OM0003" or "OM0004" or "OM0006" or "OM0007" or "OM0013" || example.Files.Any(file => IsJson(file.Path)))
            return;

        var harness = new RulePageHarness(example);
        var forFile = example.Files.Select(file => file with { Text = $"{CommentMark(file)} omlint: ignore-file[{page}] -- shown in the page\n" + file.Text });
        var atLine = example.Files.Select(file => file with { Text = WithCommentsAbove(file, example.Findings, page) });

        Assert.DoesNotContain(harness.Check(forFile), finding => finding.Rule.Id == page);
        Assert.DoesNotContain(harness.Check(atLine), finding => finding.Rule.Id == page || finding.Rule.Id == EngineRules.UnusedSuppression.Id);
    }

    [Theory, MemberData(nameof(Examples))]
    public void The_fingerprint_survives_ten_blank_lines_on_top(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);
        var harness = new RulePageHarness(example);
        var moved = example.Files.Select(file => file with { Text = new string('\n', 10) + file.Text });

        Assert.Equal(Fingerprints(harness.Check(example.Files)), Fingerprints(harness.Check(moved)));
    }

    [Theory, MemberData(nameof(Examples))]
    public void No_beginning_of_the_file_makes_a_rule_throw(string page, string title)
    {
        var example = RulePageExamples.Find(page, title);
        var harness = new RulePageHarness(example);
        foreach (var file in example.Files)
        {
            for (var length = 0; length < file.Text.Length; length++)
            {
                var cut = example.Files.Replace(file, file with { Text = file.Text[..length] });
                Assert.DoesNotContain(harness.Check(cut), RulePageHarness.IsFault);
            }
        }
    }

    private static readonly Comparer<ExpectedFinding> ByPlace = Comparer<ExpectedFinding>.Create((left, right) =>
        (left.Path, left.Line, left.Rule).CompareTo((right.Path, right.Line, right.Rule)));

    private static IEnumerable<ExpectedFinding> Places(IEnumerable<Finding> findings) => findings
        .Select(finding => new ExpectedFinding(finding.File.Path, finding.Lines.Start.Line + 1, finding.Rule.Id))
        .Order(ByPlace);

    private static ImmutableSortedDictionary<string, string> Expected(RulePageExample example) =>
        (example.Fixed.IsDefault ? example.Files : example.Fixed).ToImmutableSortedDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    private static IEnumerable<string> Fingerprints(IEnumerable<Finding> findings)
    {
        var sequence = new FingerprintSequence();
        return [.. findings.Select(finding => $"{finding.File.Path} {finding.Rule.Id} {sequence.Next(finding)}")];
    }

    private static bool IsJson(string path) => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".ipynb", StringComparison.Ordinal);

    private static IEnumerable<string> Comments(ExampleFile file) => IsJson(file.Path)
        ? []
        : file.Text.Split('\n').Where(line => line.Contains('#', StringComparison.Ordinal)).Select(line => line[line.IndexOf('#', StringComparison.Ordinal)..]);

    // PostgreSQL has no comments behind `#`.
    private static string CommentMark(ExampleFile file) => file.Path.EndsWith(".sql", StringComparison.Ordinal) ? "--" : "#";

    private static string WithCommentsAbove(ExampleFile file, ImmutableArray<ExpectedFinding> findings, string rule)
    {
        var lines = file.Text.Split('\n').ToList();
        foreach (var finding in findings.Where(finding => finding.Path == file.Path && finding.Rule == rule).OrderByDescending(finding => finding.Line))
        {
            var line = lines[finding.Line - 1];
            lines.Insert(finding.Line - 1, line[..^line.TrimStart().Length] + $"{CommentMark(file)} omlint: ignore[{rule}] -- shown in the page");
        }

        return string.Join('\n', lines);
    }
}
