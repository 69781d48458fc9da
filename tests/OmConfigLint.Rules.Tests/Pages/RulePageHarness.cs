using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>Runs the engine over the files of an example, with the rules that the example speaks of and those about omlint itself.</summary>
internal sealed class RulePageHarness
{
    private static readonly RuleSet Rules = OpenMetadataRules.Create();

    private readonly RulePageExample _example;
    private readonly FileAnalysisSettings _settings;
    private readonly FileAnalyzer _analyzer = new(Rules);

    public RulePageHarness(RulePageExample example)
    {
        _example = example;
        // The rules about omlint itself speak of the others.
        var ids = example.Page.StartsWith("OM0", StringComparison.Ordinal)
            ? []
            : example.Findings.Select(finding => finding.Rule).Append(example.Page).ToHashSet(StringComparer.Ordinal);
        var target = example.Target ?? OpenMetadataReleases.Newest;
        var settings = FixPreview.Settings(target.ToString(), example.From?.ToString(), [.. ids]);
        _settings = settings with { Releases = settings.Releases with { AskedTarget = example.Target } };
    }

    /// <summary>The findings in <paramref name="files"/>.</summary>
    public ImmutableArray<Finding> Check(IEnumerable<ExampleFile> files)
    {
        var tree = Tree(files);
        return [.. tree.All.SelectMany(file => _analyzer.Analyze(file, _settings, tree).Findings)];
    }

    /// <summary>The files after the fixes that the example asks for, by path.</summary>
    public ImmutableSortedDictionary<string, string> Fix(IEnumerable<ExampleFile> files)
    {
        var texts = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var loop = new FixLoop(_analyzer, _example.UnsafeFixes ? FixSafety.Unsafe : FixSafety.Safe);
        foreach (var path in texts.Keys.Order(StringComparer.Ordinal).ToList())
        {
            var tree = Tree(texts.Select(file => new ExampleFile(file.Key, file.Value)));
            var outcome = loop.Run(_analyzer.Analyze(tree.TryOpen(path)!, _settings, tree), _ => _settings, tree);
            Assert.DoesNotContain(outcome.Remaining.SelectMany(left => left.Findings), finding => IsFault(finding));
            foreach (var (_, after) in outcome.Changed)
                texts[after.Path] = MemoryFiles.TextOf(after);
            foreach (var (_, created) in outcome.Created)
                texts.Add(created.Path, MemoryFiles.TextOf(created));
        }

        return texts.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>True for omlint's own faults, which no example has.</summary>
    public static bool IsFault(Finding finding) =>
        finding.Rule.Id == EngineRules.RuleFault.Id || finding.Rule.Id == EngineRules.UnprovedFix.Id || finding.Rule.Id == EngineRules.FixLoop.Id;

    private static MemoryFiles Tree(IEnumerable<ExampleFile> files) => new(files.Select(file => (file.Path, file.Text)), Rules);
}
