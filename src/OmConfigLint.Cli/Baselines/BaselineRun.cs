using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.Output;
using RuleSet = OmConfigLint.Analysis.Diagnostics.RuleSet;

namespace OmConfigLint.Cli.Baselines;

/// <summary>The baseline of a run: what it hides, which of its entries have become stale, and what is to be written.</summary>
internal sealed class BaselineRun
{
    private readonly CommandLineOptions _options;
    private readonly string _root;
    private readonly string _fullPath;
    private readonly SourceFile? _file;
    private readonly ImmutableArray<BaselineEntry> _entries;
    private readonly Dictionary<string, FileAnalysis> _analyses = new(StringComparer.Ordinal);

    private BaselineRun(CommandLineOptions options, string root, string fullPath, SourceFile? file, ImmutableArray<BaselineEntry> entries)
    {
        _options = options;
        _root = root;
        _fullPath = fullPath;
        _file = file;
        _entries = entries;
        Baseline = new Baseline(Path.GetDirectoryName(fullPath)!, entries, takesAll: options.WriteBaseline);
    }

    /// <summary>What is known.</summary>
    public Baseline Baseline { get; }

    /// <summary>Reads the baseline that <paramref name="options"/> name.</summary>
    /// <returns>Null where they name none.</returns>
    /// <exception cref="BaselineException">There is none, or it cannot be read.</exception>
    public static BaselineRun? Open(CommandLineOptions options, string root)
    {
        if (options.BaselinePath is not { } path)
            return null;

        var fullPath = Path.GetFullPath(path, root);
        if (!Path.Exists(fullPath))
        {
            if (!options.WriteBaseline)
                throw new BaselineException($"the baseline `{path}` does not exist; `--write-baseline` makes one of what is found now");
            return new BaselineRun(options, root, fullPath, file: null, []);
        }

        // Every baseline holds a brace.
        var content = new FileReader(new ContentFilter(["{"]), ReadLimits.Default)
            .Read(new DiscoveredFile(Path.GetRelativePath(root, fullPath).Replace('\\', '/'), fullPath, IsNamed: true));
        var file = content switch
        {
            FileContent.Text text => text.File,
            FileContent.Problem problem => throw new BaselineException($"the baseline `{path}` {problem.Message}"),
            _ => throw new BaselineException($"`{path}` is no baseline: it is no JSON object"),
        };
        return new BaselineRun(options, root, fullPath, file, BaselineFile.Read(file));
    }

    /// <summary>True for the baseline itself, which is nothing to check.</summary>
    public bool Is(DiscoveredFile file) => file.FullPath == _fullPath;

    /// <summary>Takes in what was found in a file.</summary>
    public void Add(FileAnalysis analysis) => _analyses[analysis.File.FullPath] = analysis;

    /// <summary>The entries that outlived their findings, as findings in the baseline.</summary>
    /// <param name="files">The files that were looked at.</param>
    /// <param name="rules">The rules there are.</param>
    /// <param name="settingsFor">What is in force for a file.</param>
    /// <param name="isAskedFor">True for the files whose findings are reported.</param>
    public ImmutableArray<Finding> FindStale(
        ImmutableArray<DiscoveredFile> files, RuleSet rules, Func<string, FileAnalysisSettings> settingsFor, Func<string, bool> isAskedFor)
    {
        if (_file is null || _options.WriteBaseline || _options.PruneBaseline)
            return [];
        var severity = settingsFor(_fullPath).SeverityOf(EngineRules.StaleBaselineEntry);
        if (severity == DiagnosticSeverity.Hidden)
            return [];
        return
        [
            .. Compare(files, rules, settingsFor)
                .Where(entry => entry.Left < entry.Entry.Count && isAskedFor(FullPathOf(entry.Entry)))
                .Select(entry => Stale(entry.Entry, entry.Left).WithSeverity(IsNote(entry.Entry) ? DiagnosticSeverity.Info : severity)),
        ];

        // What did not fail a run while it was there does not fail one by being gone.
        bool IsNote(BaselineEntry entry) =>
            rules.Rules.FirstOrDefault(rule => rule.Id == entry.Key.RuleId) is { } rule
            && settingsFor(FullPathOf(entry)).SeverityOf(rule) <= DiagnosticSeverity.Info;
    }

    /// <summary>Writes the baseline anew, or without what is stale.</summary>
    /// <returns>What was done, in words; null where nothing was asked for.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string? Write(ImmutableArray<DiscoveredFile> files, RuleSet rules, Func<string, FileAnalysisSettings> settingsFor)
    {
        if (!_options.WriteBaseline && !_options.PruneBaseline)
            return null;

        var entries = Compare(files, rules, settingsFor).Select(entry => entry.Entry with { Count = entry.Left });
        if (_options.WriteBaseline)
            entries = entries.Concat(NewEntries());
        var after = Count(entries);
        Replace(BaselineFile.Write(after.Select(pair => new BaselineEntry(pair.Key, pair.Value))));

        var before = Count(_entries);
        var added = after.Sum(pair => Math.Max(0, pair.Value - before.GetValueOrDefault(pair.Key)));
        var removed = before.Sum(pair => Math.Max(0, pair.Value - after.GetValueOrDefault(pair.Key)));
        var total = SummaryText.Count(after.Values.Sum(), "finding");
        return $"`{ShownPathOf(_fullPath)}` knows {total}: {SummaryText.Number(added)} added, {SummaryText.Number(removed)} removed";
    }

    private static Dictionary<BaselineKey, int> Count(IEnumerable<BaselineEntry> entries) => entries
        .Where(entry => entry.Count > 0)
        .GroupBy(entry => entry.Key)
        .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Count));

    /// <summary>Each entry with how many of its findings are (or may be) there.</summary>
    private IEnumerable<(BaselineEntry Entry, int Left)> Compare(
        ImmutableArray<DiscoveredFile> files, RuleSet rules, Func<string, FileAnalysisSettings> settingsFor)
    {
        var looked = files.Select(file => file.FullPath).Concat(_analyses.Keys).ToHashSet(StringComparer.Ordinal);
        var found = Count(_analyses.Values.SelectMany(KnownIn).Select(finding => new BaselineEntry(Baseline.KeyOf(finding), 1)));
        foreach (var entry in _entries)
        {
            if (!IsJudged(entry))
            {
                yield return (entry, entry.Count);
                continue;
            }

            // A new baseline takes its counts from what was found; here only what is not judged stays.
            var left = _options.WriteBaseline ? 0 : Math.Min(entry.Count, found.GetValueOrDefault(entry.Key));
            if (left > 0)
                found[entry.Key] -= left;
            yield return (entry, left);
        }

        bool IsJudged(BaselineEntry entry)
        {
            var fullPath = FullPathOf(entry);
            if (_analyses.TryGetValue(fullPath, out var analysis))
                return analysis.EvaluatedRules.Contains(entry.Key.RuleId);
            if (!looked.Contains(fullPath))
                return !Path.Exists(fullPath) && IsBelowWalkedDirectory(fullPath);
            // It was looked at and holds nothing that omlint knows.
            var settings = settingsFor(fullPath);
            return !settings.IsExcluded && rules.Analyzers.Any(analyzer =>
                analyzer.Rule.Id == entry.Key.RuleId
                && settings.SeverityOf(analyzer.Rule) != DiagnosticSeverity.Hidden
                && analyzer.AppliesTo(settings.Releases));
        }
    }

    private bool IsBelowWalkedDirectory(string fullPath) => _options.Paths
        .Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _root)))
        .Any(directory => fullPath.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Directory.Exists(directory));

    private IEnumerable<BaselineEntry> NewEntries() =>
        _analyses.Values.SelectMany(KnownIn).Select(finding => new BaselineEntry(Baseline.KeyOf(finding), 1));

    private static IEnumerable<Finding> KnownIn(FileAnalysis analysis) => analysis.Suppressed
        .Where(suppressed => suppressed.Kind == SuppressionKind.External)
        .Select(suppressed => suppressed.Finding);

    private Finding Stale(BaselineEntry entry, int left)
    {
        var fact = !Path.Exists(FullPathOf(entry))
            ? $"`{entry.Key.Path}` is not there any more"
            : left == 0
                ? $"`{entry.Key.Path}` no longer has this {entry.Key.RuleId}"
                : $"`{entry.Key.Path}` has this {entry.Key.RuleId} {Times(left)}, not {Times(entry.Count)}";
        return new Finding(
            EngineRules.StaleBaselineEntry, _file!, entry.Span, fact, label: "`--prune-baseline` removes it", nodePath: "findings");
    }

    private static string Times(int count) => count == 1 ? "once" : $"{SummaryText.Number(count)} times";

    private void Replace(string text)
    {
        var transaction = new FileTransaction(_root);
        FileTransactionResult result;
        if (_file is { } before)
        {
            if (before.Text.Contains("\r\n", StringComparison.Ordinal))
                text = text.Replace("\n", "\r\n", StringComparison.Ordinal);
            if (before.Text == text)
                return;
            result = transaction.Commit([(before, before.WithText(text))], []);
        }
        else
        {
            result = transaction.Commit([], [], new SourceFile(ShownPathOf(_fullPath), _fullPath, text));
        }

        if (result.Error is { } error)
            throw new IOException($"the baseline {error}");
    }

    private string FullPathOf(BaselineEntry entry) => Path.GetFullPath(entry.Key.Path, Path.GetDirectoryName(_fullPath)!);

    private string ShownPathOf(string fullPath) => Path.GetRelativePath(_root, fullPath).Replace('\\', '/');
}
