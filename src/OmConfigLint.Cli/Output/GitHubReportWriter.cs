using System.Globalization;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Writes workflow commands, which GitHub Actions shows as annotations. GitHub shows ten of each severity for a step and drops the rest without
/// a word: here the rest are plain lines in the log, behind them stand the commands, worst first, and the last line says what they leave out.
/// </summary>
internal sealed class GitHubReportWriter : ReportWriter
{
    private const int AnnotationsPerSeverity = 10;

    private readonly TextWriter _output;
    private readonly Repository _repository;
    private readonly int[] _counts = new int[(int)DiagnosticSeverity.Error + 1];
    private readonly SortedDictionary<DiagnosticSeverity, List<Finding>> _annotated = new(Comparer<DiagnosticSeverity>.Create((a, b) => b - a));

    /// <summary>Writes to <paramref name="output"/>, which is flushed at the end and left open.</summary>
    public GitHubReportWriter(TextWriter output, ReportOptions options)
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
        foreach (var finding in report.Findings)
        {
            if (!_annotated.TryGetValue(finding.Severity, out var annotated))
                _annotated.Add(finding.Severity, annotated = []);
            if (++_counts[(int)finding.Severity] <= AnnotationsPerSeverity)
                annotated.Add(finding);
            else
                WriteLine(finding);
        }
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        // That omlint could not do its work is worse than any finding, and an error among the ten.
        string[] failures = [.. summary.Failures.Take(AnnotationsPerSeverity)];
        foreach (var failure in summary.Failures.Skip(failures.Length))
            _output.WriteLine($"failed: {DisplayText.OneLine(failure)}");
        if (_annotated.TryGetValue(DiagnosticSeverity.Error, out var errors))
        {
            foreach (var finding in errors.Skip(AnnotationsPerSeverity - failures.Length))
                WriteLine(finding);
            errors.RemoveRange(Math.Min(errors.Count, AnnotationsPerSeverity - failures.Length), Math.Max(errors.Count + failures.Length - AnnotationsPerSeverity, 0));
        }

        foreach (var failure in failures)
            _output.WriteLine($"::error title=omlint could not do its work::{EscapeData(failure)}");
        foreach (var finding in _annotated.Values.SelectMany(annotated => annotated))
            _output.WriteLine(CommandFor(finding));

        var total = _counts.Sum() + summary.Failures.Length;
        var shown = _annotated.Values.Sum(annotated => annotated.Count) + failures.Length;
        if (shown < total)
        {
            var omitted = string.Join(", ", NotShown(summary));
            _output.WriteLine($"annotations show {SummaryText.Number(shown)} of {SummaryText.Number(total)}, without {omitted}: GitHub shows ten of each severity a step, the log has them all");
        }

        _output.Flush();
    }

    private IEnumerable<string> NotShown(RunSummary summary)
    {
        if (summary.Failures.Length > AnnotationsPerSeverity)
            yield return SummaryText.Count(summary.Failures.Length - AnnotationsPerSeverity, "failure");
        foreach (var (severity, annotated) in _annotated)
        {
            if (_counts[(int)severity] - annotated.Count is > 0 and var count)
                yield return SummaryText.Count(count, SeverityNames.Of(severity));
        }
    }

    private void WriteLine(Finding finding) =>
        _output.WriteLine($"{SeverityNames.Of(finding.Severity)}[{finding.Rule.Id}] {DisplayText.OneLine(LogTextOf(finding))}");

    private string CommandFor(Finding finding)
    {
        var command = finding.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "notice" };
        var lines = finding.Lines;
        var properties = string.Create(CultureInfo.InvariantCulture, $"file={EscapeProperty(_repository.PathOf(finding.File.Path))},line={lines.Start.Line + 1}");

        // Columns are taken for one line only.
        properties += lines.Start.Line == lines.End.Line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $",col={lines.Start.Character + 1},endLine={lines.End.Line + 1},endColumn={lines.End.Character + 1}")
            : string.Create(CultureInfo.InvariantCulture, $",endLine={lines.End.Line + 1}");
        return $"::{command} {properties},title={EscapeProperty($"{finding.Rule.Id} {finding.Rule.Name}")}::{EscapeData(LogTextOf(finding))}";
    }

    /// <summary>The log shows a command's message alone, so the place is part of it.</summary>
    private static string LogTextOf(Finding finding)
    {
        var start = finding.Lines.Start;
        var label = finding.Label is null ? "" : $": {finding.Label}";
        return string.Create(
            CultureInfo.InvariantCulture, $"{finding.File.Path}:{start.Line + 1}:{start.Character + 1}: {finding.Message}{label}");
    }

    private static string EscapeData(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => EscapeData(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
