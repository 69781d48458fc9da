using System.Text.Json;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Writes GitLab's Code Quality report: a list of issues in Code Climate's format, as far as GitLab reads it. It is a complete document only after
/// <see cref="End"/>. GitLab compares it with the one of the target branch: what is missing counts as resolved.
/// </summary>
internal sealed class GitLabReportWriter : ReportWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly Repository _repository;

    /// <summary>Writes to <paramref name="output"/>, which is flushed after each file and left open.</summary>
    public GitLabReportWriter(Stream output, ReportOptions options)
    {
        _json = new Utf8JsonWriter(output, JsonReportWriter.WriterOptions);
        _repository = options.Repository;
    }

    /// <inheritdoc/>
    public override bool NeedsWholeRun => true;

    /// <inheritdoc/>
    public override void Begin() => _json.WriteStartArray();

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        var fingerprints = new FingerprintSequence();
        foreach (var finding in report.Findings)
            WriteIssue(finding, fingerprints.Next(finding));
        _json.Flush();
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.Flush();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }

    private void WriteIssue(Finding finding, string fingerprint)
    {
        _json.WriteStartObject();
        _json.WriteString("type", "issue");
        _json.WriteString("check_name", $"{finding.Rule.Id} {finding.Rule.Name}");
        _json.WriteString("description", FindingText.OneLine(finding));
        _json.WriteStartArray("categories");
        _json.WriteStringValue("Compatibility");
        _json.WriteEndArray();
        _json.WriteString("severity", finding.Severity switch
        {
            DiagnosticSeverity.Error => "critical",
            DiagnosticSeverity.Warning => "minor",
            _ => "info",
        });
        _json.WriteString("fingerprint", fingerprint);
        _json.WriteStartObject("location");
        _json.WriteString("path", _repository.PathOf(finding.File.Path));
        _json.WriteStartObject("lines");
        _json.WriteNumber("begin", finding.Lines.Start.Line + 1);
        _json.WriteNumber("end", finding.Lines.End.Line + 1);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }
}
