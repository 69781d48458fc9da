using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Writes SARIF 2.1.0 (OASIS), within the limits of GitHub's code scanning. It is a complete document only after <see cref="End"/>:
/// a run that breaks off must leave no file, because an empty one closes every alert.
/// </summary>
internal sealed class SarifReportWriter : ReportWriter
{
    /// <summary>GitHub refuses a run with more than 25,000 results as a whole.</summary>
    private const int MostResults = 25_000;

    /// <summary>How many results may be there before one of a lesser severity is left out, so that the worst find room.</summary>
    private const int MostBeforeNotes = 15_000;
    private const int MostBeforeWarnings = 20_000;

    private readonly Utf8JsonWriter _json;
    private readonly ReportOptions _options;
    private readonly Dictionary<string, int> _ruleIndexes = new(StringComparer.Ordinal);
    private readonly FixSecrets _secrets = new();
    private int _resultCount;
    private int _omittedCount;

    /// <summary>Writes to <paramref name="output"/>, which is flushed after each file and left open.</summary>
    public SarifReportWriter(Stream output, ReportOptions options)
    {
        _json = new Utf8JsonWriter(output, JsonReportWriter.WriterOptions);
        _options = options;
        foreach (var rule in options.Rules)
            _ruleIndexes.Add(rule.Id, _ruleIndexes.Count);
    }

    /// <inheritdoc/>
    public override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        var fingerprints = new FingerprintSequence();
        foreach (var finding in report.Findings)
        {
            var fingerprint = fingerprints.Next(finding);
            var most = finding.Severity switch
            {
                DiagnosticSeverity.Error => MostResults,
                DiagnosticSeverity.Warning => MostBeforeWarnings,
                _ => MostBeforeNotes,
            };
            if (_resultCount >= most)
            {
                _omittedCount++;
                continue;
            }

            _resultCount++;
            WriteResult(finding, fingerprint);
        }

        _json.Flush();
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", summary.Failures.IsEmpty);
        _json.WriteNumber("exitCode", summary.ExitCode);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in summary.Failures)
            WriteNotification("error", failure);
        if (_omittedCount > 0)
            WriteNotification("warning", $"{SummaryText.Count(_omittedCount, "result")} left out: GitHub takes {SummaryText.Number(MostResults)} in a run");
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "omlint");
        _json.WriteString("semanticVersion", _options.ToolVersion);
        if (_options.InformationUri is { } uri)
            _json.WriteString("informationUri", uri);
        _json.WriteStartArray("rules");
        foreach (var rule in _options.Rules)
            WriteRule(rule);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteRule(Rule rule)
    {
        var help = rule.Page is { } page ? RuleHelp.Parse(page) : null;
        var title = rule.Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

        _json.WriteStartObject();
        _json.WriteString("id", rule.Id);
        _json.WriteString("name", rule.Name);
        WriteMessage("shortDescription", Sentence(title));
        WriteMessage("fullDescription", Sentence(help?.Summary is { Length: > 0 } summary ? summary : title));
        _json.WriteStartObject("help");
        _json.WriteString("text", help?.Text is { Length: > 0 } text ? text : Sentence(title));
        if (help is not null)
            _json.WriteString("markdown", help.Markdown);
        _json.WriteEndObject();
        if (rule.Descriptor.HelpLinkUri is { Length: > 0 } link)
            _json.WriteString("helpUri", link);
        _json.WriteStartObject("defaultConfiguration");
        _json.WriteString("level", SeverityNames.Of(rule.Descriptor.DefaultSeverity));
        _json.WriteEndObject();
        _json.WriteStartObject("properties");
        _json.WriteStartArray("tags");
        _json.WriteStringValue("openmetadata");
        _json.WriteStringValue(rule.Descriptor.Category);
        _json.WriteEndArray();

        // An error is promised to be one; see the severities in the rules' documentation.
        _json.WriteString("precision", rule.Descriptor.DefaultSeverity == DiagnosticSeverity.Error ? "very-high" : "high");
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteResult(Finding finding, string fingerprint)
    {
        var fix = finding.Fix;
        var omitsFix = fix is not null && _secrets.HeldBy(fix);

        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.Rule.Id);
        if (_ruleIndexes.TryGetValue(finding.Rule.Id, out var index))
            _json.WriteNumber("ruleIndex", index);
        _json.WriteString("level", SeverityNames.Of(finding.Severity));
        WriteMessage("message", MessageOf(finding, omitsFix));
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        WritePhysicalLocation(finding.File.Path, () => WriteRegion(OnFirstLine(finding)));
        _json.WriteEndObject();
        _json.WriteEndArray();
        WriteRelated(finding.Related);
        if (fix is not null && fix.Safety != FixSafety.Manual && !omitsFix)
            WriteFix(fix);
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString(Fingerprint.Name, fingerprint);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>All that there is to say: GitHub shows neither labels nor fixes.</summary>
    private static string MessageOf(Finding finding, bool omitsFix)
    {
        var message = Sentence(finding.Message);
        if (finding.Label is { Length: > 0 } label)
            message += " " + Sentence(label);
        if (finding.Fix is { } fix)
            message += " " + Sentence($"{FixText.KindOf(fix)}: {FixText.Of(fix)}");
        if (omitsFix)
            message += " The fix is left out here, because it holds secrets: `omlint --diff` shows it.";
        return message;
    }

    /// <summary>GitHub marks a region's lines; a whole block would bury the code.</summary>
    private static Region OnFirstLine(Finding finding)
    {
        var line = finding.Lines.Start.Line;
        var end = Math.Min(finding.Span.End, finding.File.Lines.SpanOf(line).End);
        var span = TextSpan.FromBounds(finding.Span.Start, Math.Max(end, finding.Span.Start));
        return new Region(span, finding.File.Lines.PositionsOf(span));
    }

    private void WriteRelated(ImmutableArray<RelatedLocation> related)
    {
        if (related.IsEmpty)
            return;

        _json.WriteStartArray("relatedLocations");
        for (var i = 0; i < related.Length; i++)
        {
            var location = related[i];
            _json.WriteStartObject();
            _json.WriteNumber("id", i + 1);
            WritePhysicalLocation(location.Path, () => WriteRegion(new Region(location.Span, location.Lines)));
            WriteMessage("message", Sentence(location.Message));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFix(ConfigFix fix)
    {
        _json.WriteStartArray("fixes");
        _json.WriteStartObject();
        WriteMessage("description", Sentence($"{FixText.KindOf(fix)}: {FixText.Of(fix)}"));
        _json.WriteStartArray("artifactChanges");
        foreach (var edit in fix.Edits)
        {
            WriteArtifactChange(edit.File.Path, () =>
            {
                foreach (var change in edit.Changes)
                    WriteReplacement(new Region(change.Span, edit.File.Lines.PositionsOf(change.Span)), change.NewText ?? "");
            });
        }

        foreach (var file in fix.NewFiles)
            WriteArtifactChange(file.Path, () => WriteReplacement(default, file.Text));
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteArtifactChange(string path, Action writeReplacements)
    {
        _json.WriteStartObject();
        WriteArtifactLocation(path);
        _json.WriteStartArray("replacements");
        writeReplacements();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteReplacement(Region deleted, string inserted)
    {
        _json.WriteStartObject();
        _json.WritePropertyName("deletedRegion");
        WriteRegionObject(deleted);
        if (inserted.Length > 0)
            WriteMessage("insertedContent", inserted);
        _json.WriteEndObject();
    }

    private void WritePhysicalLocation(string path, Action writeRegion)
    {
        _json.WriteStartObject("physicalLocation");
        WriteArtifactLocation(path);
        writeRegion();
        _json.WriteEndObject();
    }

    private void WriteArtifactLocation(string path)
    {
        _json.WriteStartObject("artifactLocation");
        _json.WriteString("uri", RelativeUri.Of(path));
        _json.WriteEndObject();
    }

    private void WriteRegion(Region region)
    {
        _json.WritePropertyName("region");
        WriteRegionObject(region);
    }

    private void WriteRegionObject(Region region)
    {
        _json.WriteStartObject();
        _json.WriteNumber("startLine", region.Lines.Start.Line + 1);
        _json.WriteNumber("startColumn", region.Lines.Start.Character + 1);
        _json.WriteNumber("endLine", region.Lines.End.Line + 1);
        _json.WriteNumber("endColumn", region.Lines.End.Character + 1);
        _json.WriteNumber("charOffset", region.Span.Start);
        _json.WriteNumber("charLength", region.Span.Length);
        _json.WriteEndObject();
    }

    private void WriteNotification(string level, string text)
    {
        _json.WriteStartObject();
        _json.WriteString("level", level);
        WriteMessage("message", Sentence(text));
        _json.WriteEndObject();
    }

    private void WriteMessage(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }

    /// <summary>SARIF's messages are sentences, omlint's are not.</summary>
    private static string Sentence(string text) =>
        text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : char.ToUpperInvariant(text[0]) + text[1..] + ".";

    private readonly record struct Region(TextSpan Span, LinePositionSpan Lines);
}
