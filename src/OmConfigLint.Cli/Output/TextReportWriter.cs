using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Cli.Output;

/// <summary>Writes findings for people: what is wrong, where, why and what to do.</summary>
internal sealed class TextReportWriter : ReportWriter
{
    private readonly TextWriter _output;
    private readonly ReportOptions _options;
    private readonly TerminalStyle _style;
    private readonly RuleStatistics _statistics = new();
    private int _fileCount;
    private ConfigFix? _proposed;

    /// <summary>Writes to <paramref name="output"/>, which is flushed at the end and left open.</summary>
    public TextReportWriter(TextWriter output, ReportOptions options)
    {
        _output = output;
        _options = options;
        _style = options.Style;
    }

    /// <inheritdoc/>
    public override void Begin()
    {
    }

    /// <inheritdoc/>
    public override void Write(FileReport report)
    {
        _fileCount++;
        _statistics.Add(report);
        if (_options.Verbosity == Verbosity.Quiet)
        {
            foreach (var finding in report.Findings)
                WriteLine(finding);
            return;
        }

        var mask = SecretMask.Of(report.File.Text, EndOfShown(report));
        foreach (var finding in report.Findings)
        {
            WriteBlock(finding, mask);
            _output.WriteLine();
        }
    }

    /// <summary>The place in the file behind which nothing is shown: that of the last marked text, unless the lines around it are asked for.</summary>
    private int EndOfShown(FileReport report)
    {
        if (_options.Verbosity == Verbosity.Verbose)
            return report.File.Text.Length;

        var end = 0;
        foreach (var finding in report.Findings)
        {
            end = Math.Max(end, finding.Span.End);
            foreach (var related in finding.Related)
                end = Math.Max(end, related.Path == report.File.Path ? related.Span.End : 0);
        }

        return end;
    }

    /// <inheritdoc/>
    public override void End(RunSummary summary)
    {
        if (_options.Statistics)
            _statistics.Write(_output);
        if (_options.Verbosity != Verbosity.Quiet)
            _output.WriteLine(SummaryText.Of(summary, _fileCount, _options.Verbosity));
        _output.Flush();
    }

    private static string PlaceOf(string path, LinePosition position) => string.Create(
        CultureInfo.InvariantCulture, $"{DisplayText.OneLine(path)}:{position.Line + 1}:{position.Character + 1}");

    private void WriteLine(Finding finding) => _output.WriteLine(
        $"{_style.Link(PlaceOf(finding.File.Path, finding.Lines.Start), AddressOf(finding))}: {Heading(finding)} {DisplayText.OneLine(finding.Message)}");

    private void WriteBlock(Finding finding, SecretMask mask)
    {
        _output.WriteLine($"{Heading(finding)}{_style.Bold(": " + DisplayText.OneLine(finding.Message))}");

        var frame = FrameOf(finding, mask);
        var indent = new string(' ', (frame?.NumberWidth ?? 1) + 1);
        var place = _style.Link(PlaceOf(finding.File.Path, finding.Lines.Start), AddressOf(finding));
        _output.WriteLine($"{indent}{_style.Frame("-->")} {place}");
        frame?.Write(_output);

        foreach (var related in finding.Related.Where(related => related.Path != finding.File.Path))
            WriteNote(indent, "note", $"see {PlaceOf(related.Path, related.Lines.Start)}: {related.Message}");
        if (finding.Fix is { } fix)
            WriteFix(indent, fix);

        if (_options.Verbosity == Verbosity.Verbose)
        {
            if (finding.NodePath.Length > 0)
                WriteNote(indent, "at", finding.NodePath);
            if (finding.Rule.Descriptor.HelpLinkUri is { Length: > 0 } link)
                WriteNote(indent, "docs", link);
        }
    }

    private void WriteFix(string indent, ConfigFix fix)
    {
        WriteNote(indent, FixText.KindOf(fix), FixText.Of(fix));
        // Findings that share a fix say it once.
        if (fix.Proposal is not { } proposal || _proposed == fix)
            return;
        _proposed = fix;
        WriteNote(indent, "add", "");
        foreach (var line in proposal.TrimEnd().Split('\n'))
            _output.WriteLine($"{indent} {_style.Frame("|")}   {DisplayText.OneLine(line.TrimEnd('\r'))}".TrimEnd());
    }

    private void WriteNote(string indent, string kind, string text) =>
        _output.WriteLine($"{indent} {_style.Frame("=")} {_style.Bold(kind)}: {DisplayText.OneLine(text)}".TrimEnd());

    private string Heading(Finding finding)
    {
        var link = finding.Rule.Descriptor.HelpLinkUri is { Length: > 0 } address ? address : null;
        return _style.Link(_style.Severity(finding.Severity, $"{SeverityNames.Of(finding.Severity)}[{finding.Rule.Id}]"), link);
    }

    /// <summary>The frame; null where nothing is marked: an empty file, or a finding about a file as a whole.</summary>
    private CodeFrame? FrameOf(Finding finding, SecretMask mask)
    {
        if (finding.File.Text.Length == 0 || (finding.Span is { Start: 0, Length: 0 } && finding.Label is null && finding.Related.IsEmpty))
            return null;

        ImmutableArray<FrameMark> marks =
        [
            new FrameMark(finding.Span, DisplayText.OneLine(finding.Label ?? ""), IsPrimary: true),
            .. finding.Related
                .Where(related => related.Path == finding.File.Path)
                .Select(related => new FrameMark(related.Span, DisplayText.OneLine(related.Message), IsPrimary: false)),
        ];
        var contextLines = _options.Verbosity == Verbosity.Verbose ? 2 : 0;
        return new CodeFrame(finding.File, mask, marks, finding.Severity, _style, _options.Width, contextLines);
    }

    private string? AddressOf(Finding finding) =>
        _style.Hyperlinks && Uri.TryCreate(finding.File.FullPath, UriKind.Absolute, out var uri) && uri.IsFile ? uri.AbsoluteUri : null;
}
