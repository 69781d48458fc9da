using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Cli.Output;

/// <summary>Counts findings by rule, for <c>--statistics</c>.</summary>
internal sealed class RuleStatistics
{
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Counts the findings of one file.</summary>
    public void Add(FileReport report)
    {
        foreach (var finding in report.Findings)
        {
            if (!_entries.TryGetValue(finding.Rule.Id, out var entry))
                _entries.Add(finding.Rule.Id, entry = new Entry(finding.Rule));
            entry.Count++;
            if (finding.Fix?.Safety == FixSafety.Safe)
                entry.Safe++;
            else if (finding.Fix?.Safety == FixSafety.Unsafe)
                entry.Unsafe++;
        }
    }

    /// <summary>Writes the table, most frequent first, with an empty line behind it; nothing where there were no findings.</summary>
    public void Write(TextWriter output)
    {
        if (_entries.Count == 0)
            return;

        Row(output, "count", "fixable", "unsafely", "rule", "");
        foreach (var entry in _entries.Values.OrderByDescending(entry => entry.Count))
            Row(output, SummaryText.Number(entry.Count), SummaryText.Number(entry.Safe), SummaryText.Number(entry.Unsafe), entry.Rule.Id, entry.Rule.Name);
        output.WriteLine();
    }

    private static void Row(TextWriter output, string count, string safe, string @unsafe, string id, string name) =>
        output.WriteLine($"{count,7} {safe,8} {@unsafe,9}  {id}  {name}".TrimEnd());

    private sealed class Entry(Rule rule)
    {
        public Rule Rule { get; } = rule;

        public int Count { get; set; }

        public int Safe { get; set; }

        public int Unsafe { get; set; }
    }
}
