using System.Globalization;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Writes workflow commands, which GitHub Actions shows as annotations. GitHub shows ten of each severity for a step and drops the rest without
/// a word: here the first ten of each are commands, the others plain lines in the log, and the last line says so.
/// </summary>
internal sealed class GitHubReportWriter : ReportWriter
{
    private const int AnnotationsPerSeverity = 10;

    private readonly TextWriter _output;
    private readonly int[] _counts = new int[(int)DiagnosticSeverity.Error + 1];

    /// <summary>Writes to <paramref name="output"/>, which is flushed at the end and left open.</summary>
    public GitHubReportWriter(TextWriter output) => _output = output;

    /// <inheritdoc/>
    public override void Begin()
    {
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        foreach (var finding in report.Findings)
        {
            if (++_counts[(int)finding.Severity] <= AnnotationsPerSeverity)
                _output.WriteLine(CommandFor(finding));
            else
                _output.WriteLine($"{SeverityNames.Of(finding.Severity)}[{finding.Rule.Id}] {DisplayText.OneLine(LogTextOf(finding))}");
        }
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        foreach (var failure in summary.Failures)
            _output.WriteLine($"::error title=omlint could not do its work::{EscapeData(failure)}");

        var hidden = _counts.Sum(count => Math.Max(count - AnnotationsPerSeverity, 0));
        if (hidden > 0)
        {
            var total = SummaryText.Count(_counts.Sum(), "finding");
            _output.WriteLine($"annotations show {SummaryText.Number(_counts.Sum() - hidden)} of {total}: GitHub shows ten of each severity, the log has them all");
        }

        _output.Flush();
    }

    private static string CommandFor(Finding finding)
    {
        var command = finding.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "notice" };
        var lines = finding.Lines;
        var properties = string.Create(CultureInfo.InvariantCulture, $"file={EscapeProperty(finding.File.Path)},line={lines.Start.Line + 1}");

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
