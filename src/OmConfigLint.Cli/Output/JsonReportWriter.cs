using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Cli.Output;

/// <summary>Writes omlint's own JSON, which <c>report.schema.json</c> beside this file describes. It is a complete document only after <see cref="End"/>.</summary>
internal sealed class JsonReportWriter : ReportWriter
{
    /// <summary>Raised when a reader of the former format could be misled.</summary>
    private const int FormatVersion = 1;

    private readonly Utf8JsonWriter _json;
    private readonly string _toolVersion;
    private readonly bool _includesSuppressed;
    private readonly ConditionalWeakTable<ConfigFix, object> _fixNumbers = [];
    private readonly FixSecrets _secrets = new();
    private int _fixCount;

    /// <summary>Writes to <paramref name="output"/>, which is flushed after each file and left open.</summary>
    public JsonReportWriter(Stream output, ReportOptions options)
    {
        _json = new Utf8JsonWriter(output, WriterOptions);
        _toolVersion = options.ToolVersion;
        _includesSuppressed = options.IncludesSuppressed;
    }

    /// <summary>LF line ends, and back-ticks and other letters as they are: the report is no part of a web page.</summary>
    internal static JsonWriterOptions WriterOptions { get; } =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteNumber("version", FormatVersion);
        _json.WriteStartObject("tool");
        _json.WriteString("name", "omlint");
        _json.WriteString("version", _toolVersion);
        _json.WriteEndObject();
        _json.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        var fingerprints = new FingerprintSequence();
        foreach (var finding in report.Findings)
            WriteFinding(finding, fingerprints.Next(finding), suppressed: null);
        // Last, so that they change no other's fingerprint.
        if (_includesSuppressed)
        {
            foreach (var suppressed in report.Suppressed)
                WriteFinding(suppressed.Finding, fingerprints.Next(suppressed.Finding), suppressed);
        }

        _json.Flush();
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        _json.WriteEndArray();
        WriteSummary(summary);
        WriteStrings("failures", summary.Failures);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }

    private void WriteFinding(Finding finding, string fingerprint, SuppressedFinding? suppressed)
    {
        _json.WriteStartObject();
        _json.WriteString("id", finding.Rule.Id);
        _json.WriteString("name", finding.Rule.Name);
        _json.WriteString("severity", SeverityNames.Of(finding.Severity));
        _json.WriteString("message", finding.Message);
        WriteLocation(finding.File.Path, finding.Span, finding.Lines);
        _json.WriteString("nodePath", finding.NodePath);
        _json.WriteString("label", finding.Label);
        _json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            _json.WriteStartObject();
            WriteLocation(related.Path, related.Span, related.Lines);
            _json.WriteString("message", related.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (finding.Fix is { } fix)
            WriteFix(fix);
        else
            _json.WriteNull("fix");
        _json.WriteString("fingerprint", fingerprint);
        _json.WriteString("helpUri", finding.Rule.Descriptor.HelpLinkUri is { Length: > 0 } link ? link : null);
        if (suppressed is not null)
        {
            _json.WriteStartObject("suppression");
            _json.WriteString("kind", suppressed.Kind == SuppressionKind.InSource ? "inSource" : "external");
            _json.WriteString("reason", suppressed.Justification);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void WriteFix(ConfigFix fix)
    {
        if (!_fixNumbers.TryGetValue(fix, out var number))
            _fixNumbers.Add(fix, number = ++_fixCount);
        var omitsContent = _secrets.HeldBy(fix);

        _json.WriteStartObject("fix");
        _json.WriteNumber("number", (int)number);
        _json.WriteString("safety", fix.Safety switch { FixSafety.Safe => "safe", FixSafety.Unsafe => "unsafe", _ => "manual" });
        _json.WriteString("title", fix.Title);
        _json.WriteString("reason", fix.Reason);
        _json.WriteString("followUp", fix.FollowUp);
        if (fix.Proposal is not null)
            _json.WriteString("proposal", fix.Proposal);
        if (omitsContent)
            _json.WriteString("contentOmitted", "holds secrets");
        _json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
            WriteEdit(edit, omitsContent);
        _json.WriteEndArray();
        _json.WriteStartArray("newFiles");
        foreach (var file in fix.NewFiles)
        {
            _json.WriteStartObject();
            _json.WriteString("path", file.Path);
            if (!omitsContent)
                _json.WriteString("content", file.Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteEdit(DocumentEdit edit, bool omitsContent)
    {
        _json.WriteStartObject();
        _json.WriteString("path", edit.File.Path);
        _json.WriteStartArray("changes");
        foreach (var change in edit.Changes)
        {
            _json.WriteStartObject();
            WriteRange(change.Span, edit.File.Lines.PositionsOf(change.Span));
            if (!omitsContent)
                _json.WriteString("newText", change.NewText ?? "");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteLocation(string path, TextSpan span, LinePositionSpan lines)
    {
        _json.WriteString("path", path);
        WriteRange(span, lines);
    }

    private void WriteRange(TextSpan span, LinePositionSpan lines)
    {
        WritePosition("start", span.Start, lines.Start);
        WritePosition("end", span.End, lines.End);
    }

    private void WritePosition(string name, int offset, LinePosition position)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("line", position.Line + 1);
        _json.WriteNumber("column", position.Character + 1);
        _json.WriteNumber("offset", offset);
        _json.WriteEndObject();
    }

    private void WriteSummary(RunSummary summary)
    {
        _json.WriteStartObject("summary");
        _json.WriteString("target", summary.Target.ToString());
        _json.WriteNumber("files", summary.FileCount);
        _json.WriteNumber("analyzed", summary.AnalyzedCount);
        _json.WriteNumber("partlyAnalyzed", summary.PartlyAnalyzedCount);
        _json.WriteNumber("errors", summary.ErrorCount);
        _json.WriteNumber("warnings", summary.WarningCount);
        _json.WriteNumber("notes", summary.NoteCount);
        _json.WriteNumber("safelyFixable", summary.SafelyFixableCount);
        _json.WriteNumber("unsafelyFixable", summary.UnsafelyFixableCount);
        _json.WriteNumber("suppressed", summary.SuppressedCount);
        _json.WriteStartObject("baselined");
        _json.WriteNumber("errors", summary.BaselinedCounts.Errors);
        _json.WriteNumber("warnings", summary.BaselinedCounts.Warnings);
        _json.WriteNumber("notes", summary.BaselinedCounts.Notes);
        _json.WriteEndObject();
        _json.WriteNumber("fixed", summary.FixedCount);
        WriteStrings("changedFiles", summary.ChangedFiles);
        WriteStrings("createdFiles", summary.CreatedFiles);
        WriteStrings("followUps", summary.FollowUps);
        _json.WriteNumber("exitCode", summary.ExitCode);
        _json.WriteEndObject();
    }

    private void WriteStrings(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
            _json.WriteStringValue(value);
        _json.WriteEndArray();
    }
}
