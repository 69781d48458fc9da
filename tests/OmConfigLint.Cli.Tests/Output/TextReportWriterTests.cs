using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Cli.Output;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class TextReportWriterTests
{
    [Fact]
    public void Looks_as_the_design_says()
    {
        var file = Sample.File("a:\nb:\n" + Sample.Profiler);
        var fix = Sample.Split(file, "");

        Assert.Equal(
            """
            error[OM1001]: `generateSampleData` was removed from Profiler workflows in 1.6.0
              --> ingestion/mysql_profiler.yaml:9:7
               |
             9 |       generateSampleData: true
               |       ^^^^^^^^^^^^^^^^^^^^^^^^ moves to AutoClassification as `storeSampleData`
               = fix (safe): creates ingestion/mysql_auto_classification.yaml


            """,
            Sample.Text(Sample.Finding(file, "generateSampleData: true", fix: fix)));
    }

    [Fact]
    public Task Whole_report()
    {
        var file = Sample.File(Sample.Profiler);
        var other = Sample.File("services:\n  server:\n    image: openmetadata/server\n", "compose.yaml");
        var summary = Sample.Summary with
        {
            ErrorCount = 1, WarningCount = 1, NoteCount = 1, SafelyFixableCount = 1, UnsafelyFixableCount = 1, SuppressedCount = 2,
        };
        return Verify(Sample.Report(
            ReportFormat.Text,
            Sample.Options with { Statistics = true },
            summary,
            Sample.Finding(file, "generateSampleData: true", fix: Sample.Split(file, "")),
            Sample.Finding(
                file,
                "Profiler",
                "`includeViews` is false by default from 1.6.0 on",
                label: null,
                new ConfigFix("writes `includeViews: true` out", FixSafety.Unsafe, [], [], "views are profiled again"),
                Sample.ChangedDefault),
            Sample.Finding(
                other,
                "openmetadata/server",
                "the image names no release",
                "the newest one is pulled",
                ConfigFix.Manual("name the release, as in `openmetadata/server:1.6.3`"),
                Sample.FloatingImage)));
    }

    [Fact]
    public Task Quiet()
    {
        var file = Sample.File(Sample.Profiler);
        return Verify(Sample.Report(
            ReportFormat.Text,
            Sample.Options with { Verbosity = Verbosity.Quiet },
            Sample.Summary with { ErrorCount = 1, NoteCount = 1 },
            Sample.Finding(file, "generateSampleData: true", fix: Sample.Split(file, "")),
            Sample.Finding(file, "Profiler", "`includeViews` is false by default from 1.6.0 on", rule: Sample.ChangedDefault)));
    }

    [Fact]
    public Task Verbose()
    {
        var file = Sample.File(Sample.Profiler);
        return Verify(Sample.Report(
            ReportFormat.Text,
            Sample.Options with { Verbosity = Verbosity.Verbose },
            Sample.Summary with { ErrorCount = 1 },
            Sample.Finding(file, "generateSampleData: true", fix: Sample.Split(file, ""))));
    }

    [Fact]
    public Task Coloured()
    {
        var file = Sample.File(Sample.Profiler);
        var other = Sample.Related(Sample.File("a: b\n", "b.yaml"), "b", "it is here");
        var options = Sample.Options with { Style = new TerminalStyle(Colors: true, Hyperlinks: true) };
        return Verify(Sample.Text(
                options,
                Sample.Finding(
                    file,
                    "generateSampleData: true",
                    fix: Sample.Split(file, ""),
                    related: [Sample.Related(file, "Profiler", "this is a Profiler"), other]),
                Sample.Finding(file, "sourceConfig:\n    config:\n      type: Profiler", rule: Sample.FloatingImage))
            .Replace("\u001b", "␛", StringComparison.Ordinal));
    }

    [Fact]
    public Task Related_places()
    {
        var file = Sample.File(Sample.Profiler);
        var other = Sample.File("source:\n  type: mysql\n", "ingestion/other.yaml");
        return Verify(Sample.Text(Sample.Finding(
            file,
            "generateSampleData: true",
            related:
            [
                Sample.Related(file, "mysql", "of this service"),
                Sample.Related(file, "type: Profiler", "this makes it a Profiler"),
                Sample.Related(other, "type: mysql", "the AutoClassification workflow of this service"),
            ])));
    }

    [Fact]
    public Task Several_labels_on_one_line()
    {
        var file = Sample.File("config: {type: Profiler, generateSampleData: true, processPiiSensitive: false}\n");
        return Verify(Sample.Text(
            Sample.Finding(
                file,
                "generateSampleData: true",
                related: [Sample.Related(file, "Profiler", "this is a Profiler"), Sample.Related(file, "processPiiSensitive", "so does this")]),
            Sample.Finding(
                file,
                "{type: Profiler, generateSampleData: true, processPiiSensitive: false}",
                label: "all of it",
                related: [Sample.Related(file, "Profiler", "this is a Profiler")]),
            Sample.Finding(file, "Profiler", label: "primary", related: [Sample.Related(file, "Profiler", "the same again")])));
    }

    [Fact]
    public Task Several_lines()
    {
        var file = Sample.File(Sample.Profiler + "sink:\n  a: 1\n  b: 2\n  c: 3\n");
        return Verify(Sample.Text(
            Sample.Finding(file, "config:\n      type: Profiler\n      generateSampleData: true\n", label: "three lines"),
            Sample.Finding(file, "mysql\n  serviceName", label: "from the middle of a line"),
            Sample.Finding(file, Sample.Profiler, label: "a long one", related: [Sample.Related(file, "a: 1", "and this")]),
            Sample.Finding(file, "config:\n      type: Profiler", label: null, related: [Sample.Related(file, "Profiler", "within")])));
    }

    [Fact]
    public Task Tabs_wide_and_odd_characters()
    {
        var file = Sample.File("a:\tb\n日本語: 値 x\n\U0001F600: smile\ne\u0301: accent\nred: \u001b[31mred\u202e\u0007\nlone: \ud800 y\n");
        return Verify(Sample.Text(
            Sample.Finding(file, "b"),
            Sample.Finding(file, "値"),
            Sample.Finding(file, "smile"),
            Sample.Finding(file, "\U0001F600"),
            Sample.Finding(file, "accent"),
            Sample.Finding(file, "red\u202e", "a message\nwith a \u001b[31mcolour"),
            Sample.Finding(file, "y")));
    }

    [Fact]
    public Task Long_lines()
    {
        var filler = string.Concat(Enumerable.Repeat("0123456789", 20));
        var file = Sample.File($"start: x {filler}\n{filler} middle: y {filler}\n{filler} end: z\nlong: {filler}{filler}\n日本{filler}値値値値値 wide: w {filler}\n");
        return Verify(Sample.Text(
            Sample.Options with { Width = 60 },
            Sample.Finding(file, "start: x"),
            Sample.Finding(file, "middle: y"),
            Sample.Finding(file, "end: z"),
            Sample.Finding(file, $"long: {filler}{filler}"),
            Sample.Finding(file, "wide: w"),
            Sample.Finding(file, $"middle: y {filler}\n{filler} end: z", label: "several")));
    }

    [Fact]
    public void An_endless_line_is_shown_at_once()
    {
        var file = Sample.File(new string('x', 5_000_000) + "HERE" + new string('y', 5_000_000));

        var text = Sample.Text([.. Enumerable.Range(0, 200).Select(_ => Sample.Finding(file, "HERE"))]);

        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= CodeFrame.DefaultWidth + 10));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_make_no_difference(string lineEnd)
    {
        var file = Sample.File(Sample.Profiler.ReplaceLineEndings(lineEnd));

        Assert.Contains(
            """
              --> ingestion/mysql_profiler.yaml:7:7
               |
             7 |       generateSampleData: true
               |       ^^^^^^^^^^^^^^^^^^^^^^^^ moves to AutoClassification as `storeSampleData`

            """,
            Sample.Text(Sample.Finding(file, "generateSampleData: true")),
            StringComparison.Ordinal);
    }

    [Fact]
    public Task Nothing_to_mark()
    {
        var empty = Sample.File("", "empty.yaml");
        var end = Sample.File("a: 1\nb:", "end.yaml");
        return Verify(Sample.Text(
            Sample.Finding(empty, "", "the file is empty", label: null),
            Sample.Finding(Sample.File("a: 1\n", "whole.yaml"), "", "the file is not UTF-8", label: null),
            new(Sample.MovedProperty, end, new(end.Text.Length, 0), "a value is missing", "here")));
    }

    [Fact]
    public Task Secrets_are_not_shown()
    {
        var file = Sample.File(
            """
            connection:
              username: openmetadata
              password: hunter2 # of the test server
              hostPort: mysql://root:hunter2@db:3306
              privateKey: |
                -----BEGIN PRIVATE KEY-----
                MIIEvQIBADANBgkqhkiG9w0BAQEFAASC
                -----END PRIVATE KEY-----
              jwtToken: ${TOKEN}
            """);
        return Verify(Sample.Text(
            Sample.Options with { Verbosity = Verbosity.Verbose },
            Sample.Finding(file, "password: hunter2", label: "marked with its key"),
            Sample.Finding(file, "hunter2", label: "marked alone"),
            Sample.Finding(file, "nter", label: "marked in part"),
            Sample.Finding(file, "root:hunter2@db", label: "in a URL"),
            Sample.Finding(file, "MIIEvQ", label: "in a block")));
    }

    [Fact]
    public void Severities_have_words() => Assert.Equal(
        ["error", "warning", "note", "note"],
        new[] { DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Info, DiagnosticSeverity.Hidden }
            .Select(SeverityNames.Of));
}
