using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Rules.Tests;

/// <summary>Runs the rules over files in memory and writes down what a user would see: the findings, and what the fixes make of the files.</summary>
internal static class FixPreview
{
    /// <summary>The findings in <paramref name="files"/> and the files after all accepted fixes, as text.</summary>
    public static string Of(
        FixSafety accepted, ImmutableArray<(string Path, string Text)> files, string target = "1.6.3", string? from = null, params string[] rules)
    {
        var ruleSet = OpenMetadataRules.Create();
        var tree = new MemoryFiles(files, ruleSet);
        var analyzer = new FileAnalyzer(ruleSet);
        var settings = Settings(target, from, rules);
        var text = new StringBuilder();
        foreach (var file in tree.All)
        {
            var analysis = analyzer.Analyze(file, settings, tree);
            foreach (var finding in analysis.Findings)
                Append(text, finding);
            if (!analysis.Findings.Any(finding => finding.Fix is { } fix && fix.Safety <= accepted))
                continue;

            var outcome = new FixLoop(analyzer, accepted).Run(analysis, _ => settings, tree);
            foreach (var (_, after) in outcome.Changed)
                text.Append("\n=== ").Append(after.Path).Append(" (changed)\n").Append(after.Text);
            foreach (var (_, created) in outcome.Created)
                text.Append("\n=== ").Append(created.Path).Append(" (created)\n").Append(created.Text);
            var left = outcome.Remaining.SelectMany(remaining => remaining.Findings).ToList();
            if (left.Count > 0)
                text.Append("\n=== left\n");
            foreach (var finding in left)
                Append(text, finding);
        }

        return text.ToString();
    }

    /// <summary>Settings as the command line makes them, for the rules with these ids only; none means all.</summary>
    public static FileAnalysisSettings Settings(string target, string? from, params string[] rules) => new(
        new ReleaseRange(from is null ? null : ReleaseVersion.Parse(from), ReleaseVersion.Parse(target)) { AskedTarget = ReleaseVersion.Parse(target) },
        rule => rules.Length == 0 || rules.Contains(rule.Id) || rule.Descriptor.Category == "omlint"
            ? rule.Descriptor.DefaultSeverity
            : DiagnosticSeverity.Hidden,
        _ => null,
        new DateOnly(2026, 11, 24));

    private static void Append(StringBuilder text, Finding finding)
    {
        var start = finding.Lines.Start;
        var severity = finding.Severity == DiagnosticSeverity.Info ? "note" : finding.Severity.ToString().ToLowerInvariant();
        text.Append(CultureInfo.InvariantCulture, $"{finding.File.Path}:{start.Line + 1}:{start.Character + 1} {severity} {finding.Rule.Id}: {finding.Message}");
        if (finding.Label is { } label)
            text.Append(" | ").Append(label);
        text.Append('\n');
        foreach (var related in finding.Related)
            text.Append(CultureInfo.InvariantCulture, $"    {related.Path}:{related.Lines.Start.Line + 1}: {related.Message}\n");
        if (finding.Fix is { } fix)
        {
            text.Append(CultureInfo.InvariantCulture, $"    fix ({fix.Safety.ToString().ToLowerInvariant()}): {fix.Title}");
            text.Append(fix.Reason is null ? "\n" : $"; because {fix.Reason}\n");
        }
    }
}
