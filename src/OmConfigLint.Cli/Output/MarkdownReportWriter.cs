using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Writes Markdown for a comment on a pull request or a job summary: the worst first over all files, and no more than GitHub takes in a comment.
/// </summary>
internal sealed class MarkdownReportWriter : ReportWriter
{
    /// <summary>By this a bot finds its own comment again, to write over it.</summary>
    private const string Mark = "<!-- omlint -->";

    /// <summary>GitHub refuses a longer comment.</summary>
    private const int MostCharacters = 65_536;

    /// <summary>Left for the last line, which says what is left out.</summary>
    private const int CharactersOfNotice = 250;

    private readonly TextWriter _output;
    private readonly Repository _repository;
    private readonly Section _errors = new("error");
    private readonly Section _warnings = new("warning");
    private readonly Section _notes = new("note");
    private int _fileCount;

    /// <summary>Writes to <paramref name="output"/> at the end, and leaves it open.</summary>
    public MarkdownReportWriter(TextWriter output, ReportOptions options)
    {
        _output = output;
        _repository = options.Repository;
    }

    /// <inheritdoc/>
    public override void Begin()
    {
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        if (report.Findings.IsEmpty)
            return;

        _fileCount++;
        foreach (var finding in report.Findings)
        {
            var section = finding.Severity switch { DiagnosticSeverity.Error => _errors, DiagnosticSeverity.Warning => _warnings, _ => _notes };
            section.Add(ItemOf(finding));
        }
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        var failures = new Section("failure");
        foreach (var failure in summary.Failures)
            failures.Add($"- {MarkdownText.Of(failure)}\n");

        var text = new System.Text.StringBuilder($"{Mark}\n### omlint\n\n{MarkdownText.Of(SummaryText.Of(summary, _fileCount))}\n");
        var omitted = new List<string>();
        Section[] sections = [failures, _errors, _warnings, _notes];
        foreach (var section in sections)
        {
            var room = omitted.Count > 0 ? 0 : MostCharacters - CharactersOfNotice - text.Length;
            var left = section.WriteTo(text, room);
            if (left > 0)
                omitted.Add(SummaryText.Count(left, section.Noun));
        }

        foreach (var followUp in summary.FollowUps.Select(followUp => $"\n**next:** {MarkdownText.Of(followUp)}\n"))
        {
            if (omitted.Count == 0 && text.Length + followUp.Length <= MostCharacters - CharactersOfNotice)
                text.Append(followUp);
        }

        if (omitted.Count > 0)
        {
            var notice = $"{string.Join(", ", omitted)} left out: GitHub takes {SummaryText.Number(MostCharacters)} characters in a comment";
            text.Append($"\n*{notice}*\n");
            Notices = ImmutableArray.Create($"{notice}; the Markdown report shows the worst");
        }

        _output.Write(text);
        _output.Flush();
    }

    private string ItemOf(Finding finding)
    {
        var id = finding.Rule.Descriptor.HelpLinkUri is { Length: > 0 } link && Uri.TryCreate(link, UriKind.Absolute, out var uri)
            ? $"[{finding.Rule.Id}](<{uri.AbsoluteUri}>)"
            : finding.Rule.Id;
        var place = MarkdownText.Code($"{_repository.PathOf(finding.File.Path)}:{SummaryText.Number(finding.Lines.Start.Line + 1)}");
        var remedy = FindingText.RemedyOf(finding) is { } text ? $"<br>\n  {MarkdownText.Of(text)}" : "";
        return $"- {place} **{id}** {MarkdownText.Of(FindingText.FactOf(finding))}{remedy}\n";
    }

    /// <summary>Items of one severity, as many as could find room.</summary>
    private sealed class Section(string noun)
    {
        private readonly List<string> _items = [];
        private int _characterCount;
        private int _count;

        public string Noun { get; } = noun;

        public void Add(string item)
        {
            _count++;
            if (_items.Count < _count - 1 || _characterCount + item.Length > MostCharacters)
                return;
            _items.Add(item);
            _characterCount += item.Length;
        }

        /// <summary>Writes the heading and the first items, <paramref name="room"/> characters at most; returns the number of those that are left.</summary>
        public int WriteTo(System.Text.StringBuilder text, int room)
        {
            var left = _count;
            var heading = $"\n**{SummaryText.Count(_count, Noun)}**\n\n";
            if (_items.Count == 0 || heading.Length + _items[0].Length > room)
                return left;

            text.Append(heading);
            room -= heading.Length;
            foreach (var item in _items)
            {
                if (item.Length > room)
                    break;
                text.Append(item);
                room -= item.Length;
                left--;
            }

            return left;
        }
    }
}
