using System.Buffers;
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
    /// <summary>GitHub refuses a run with more results as a whole.</summary>
    private const int MostResults = 25_000;

    /// <summary>And a result with more locations.</summary>
    private const int MostLocations = 1_000;

    /// <summary>And a file that is larger than 10 MB after gzip; what stands around the results takes a part of it.</summary>
    private const long MostCompressedBytes = 9_500_000;

    /// <summary>A report is read by people too.</summary>
    private const int MostFileNotifications = 1_000;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly ReportOptions _options;
    private readonly long _mostCompressedBytes;
    private readonly ResultSpool _results = new(MostResults);
    private readonly List<Finding> _notAnalysed = [];
    private readonly Dictionary<string, int> _ruleIndexes = new(StringComparer.Ordinal);
    private readonly FixSecrets _secrets = new();
    private int _omittedFileCount;
    private int _omittedLocationCount;

    /// <summary>Writes to <paramref name="output"/> when all is known, and leaves it open.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="options">What is said beside the findings.</param>
    /// <param name="mostCompressedBytes">The size of all results after gzip, beyond which some are left out.</param>
    public SarifReportWriter(Stream output, ReportOptions options, long mostCompressedBytes = MostCompressedBytes)
    {
        _output = output;
        _json = new Utf8JsonWriter(_buffer, JsonReportWriter.WriterOptions);
        _options = options;
        _mostCompressedBytes = mostCompressedBytes;
        foreach (var rule in options.Rules)
            _ruleIndexes.Add(rule.Id, _ruleIndexes.Count);
    }

    /// <inheritdoc/>
    public override bool NeedsWholeRun => true;

    /// <inheritdoc/>
    public override void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        WriteTool();
        if (_options.Category is { } category)
        {
            // GitHub takes what stands before the last slash.
            _json.WriteStartObject("automationDetails");
            _json.WriteString("id", category.EndsWith('/') ? category : category + "/");
            _json.WriteEndObject();
        }

        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
        _json.Flush();
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        var fingerprints = new FingerprintSequence();
        foreach (var finding in report.Findings)
        {
            if (EngineRules.SaysNotAnalysed(finding.Rule))
                AddNotAnalysed(finding);
            Add(finding, finding.Severity, fingerprints.Next(finding), suppression: null);
        }

        // Last, so that they change no other's fingerprint; and the first to be left out.
        if (_options.IncludesSuppressed)
        {
            foreach (var suppressed in report.Suppressed)
                Add(suppressed.Finding, DiagnosticSeverity.Hidden, fingerprints.Next(suppressed.Finding), suppressed);
        }
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        var (omittedCount, isForSize) = _results.Choose(_mostCompressedBytes);
        _results.WriteTo(_output, (byte)',');

        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", summary.Failures.IsEmpty);
        _json.WriteNumber("exitCode", summary.ExitCode);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var failure in summary.Failures)
            WriteNotification("error", failure);
        foreach (var finding in _notAnalysed)
            WriteNotification(SeverityNames.Of(finding.Severity), finding.Message, finding);
        if (_omittedFileCount > 0)
            WriteNotification("note", $"{SummaryText.Count(_omittedFileCount, "more file")} not analysed: see the results");
        Notices = [.. NoticesOf(omittedCount, isForSize)];
        foreach (var notice in Notices)
            WriteNotification("warning", notice);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write(_buffer.WrittenSpan);
        _output.Flush();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _json.Dispose();
        _results.Dispose();
        base.Dispose();
    }

    private IEnumerable<string> NoticesOf(int omittedCount, bool isForSize)
    {
        if (omittedCount > 0)
        {
            var limit = isForSize ? "files up to 10 MB" : $"{SummaryText.Number(MostResults)} results";
            yield return $"{SummaryText.Number(omittedCount)} of {SummaryText.Count(_results.Count, "result")} left out of SARIF, the mildest first: GitHub takes {limit}";
        }

        if (_omittedLocationCount > 0)
            yield return $"{SummaryText.Count(_omittedLocationCount, "related location")} left out of SARIF: GitHub takes {SummaryText.Number(MostLocations)} a result";
    }

    private void AddNotAnalysed(Finding finding)
    {
        if (_notAnalysed.Count < MostFileNotifications)
            _notAnalysed.Add(finding);
        else
            _omittedFileCount++;
    }

    private void Add(Finding finding, DiagnosticSeverity severity, string fingerprint, SuppressedFinding? suppression)
    {
        if (!_results.HasRoomFor(severity))
            return;
        WriteResult(finding, fingerprint, suppression);
        _json.Flush();
        // The comma belongs to whatever result comes to stand before this one.
        _results.Add(severity, _buffer.WrittenSpan.TrimStart((byte)','));
        _buffer.ResetWrittenCount();
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

    private void WriteResult(Finding finding, string fingerprint, SuppressedFinding? suppressed)
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
        if (_options.IncludesSuppressed)
            WriteSuppressions(suppressed);
        _json.WriteEndObject();
    }

    /// <summary>All results of a run have suppressions, even if none, or no result has.</summary>
    private void WriteSuppressions(SuppressedFinding? suppressed)
    {
        _json.WriteStartArray("suppressions");
        if (suppressed is not null)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", suppressed.Kind == SuppressionKind.InSource ? "inSource" : "external");
            if (suppressed.Justification is { } justification)
                _json.WriteString("justification", justification);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
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
        // One location is the result's own.
        var most = Math.Min(related.Length, MostLocations - 1);
        _omittedLocationCount += related.Length - most;
        for (var i = 0; i < most; i++)
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
        _json.WriteString("uri", RelativeUri.Of(_options.Repository.PathOf(path)));
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

    /// <param name="level">How bad it is.</param>
    /// <param name="text">What is told.</param>
    /// <param name="finding">The finding that tells it of a file.</param>
    private void WriteNotification(string level, string text, Finding? finding = null)
    {
        _json.WriteStartObject();
        _json.WriteString("level", level);
        WriteMessage("message", Sentence(text));
        if (finding is not null)
        {
            _json.WriteStartArray("locations");
            _json.WriteStartObject();
            WritePhysicalLocation(finding.File.Path, () => WriteRegion(OnFirstLine(finding)));
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteStartObject("associatedRule");
            _json.WriteString("id", finding.Rule.Id);
            if (_ruleIndexes.TryGetValue(finding.Rule.Id, out var index))
                _json.WriteNumber("index", index);
            _json.WriteEndObject();
        }

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
