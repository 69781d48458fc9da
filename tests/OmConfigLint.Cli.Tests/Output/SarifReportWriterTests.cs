using System.Text.Json;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Cli.Output;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class SarifReportWriterTests
{
    [Fact]
    public Task Whole_report() =>
        Verify(Sample.Report(ReportFormat.Sarif, Sample.Options, JsonReportWriterTests.Mended, JsonReportWriterTests.Everything()), "sarif");

    [Fact]
    public Task Nothing_found() => Verify(Sample.Report(ReportFormat.Sarif, Sample.Options, Sample.Summary), "sarif");

    [Fact]
    public void Secrets_are_left_out()
    {
        var file = Sample.File(Sample.Profiler);
        var fix = Sample.Split(file, "connection:\n  password: hunter2\n");

        var report = Sample.Report(
            ReportFormat.Sarif, Sample.Options, Sample.Summary, Sample.Finding(file, "generateSampleData: true", fix: fix));

        Assert.DoesNotContain("hunter2", report, StringComparison.Ordinal);
        Assert.DoesNotContain("\"fixes\"", report, StringComparison.Ordinal);
        Assert.Contains("`omlint --diff` shows it", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.yaml", "a.yaml")]
    [InlineData("a b/c#d?.yaml", "a%20b/c%23d%3F.yaml")]
    [InlineData("日本.yaml", "%E6%97%A5%E6%9C%AC.yaml")]
    [InlineData("100%.yaml", "100%25.yaml")]
    [InlineData("a:b.yaml", "a%3Ab.yaml")]
    [InlineData("../a.yaml", "../a.yaml")]
    [InlineData("/tmp/a b.yaml", "file:///tmp/a%20b.yaml")]
    [InlineData("C:/tmp/a b.yaml", "file:///C:/tmp/a%20b.yaml")]
    public void Paths_are_uris(string path, string expected) => Assert.Equal(expected, RelativeUri.Of(path));

    [Fact]
    public void Stays_within_GitHubs_limits_and_says_so()
    {
        var file = Sample.File("a: b\n");
        var error = Sample.Finding(file, "a");
        var note = Sample.Finding(file, "b", rule: Sample.ChangedDefault);

        using var report = JsonDocument.Parse(Sample.Report(
            ReportFormat.Sarif,
            Sample.Options,
            Sample.Summary,
            [.. Enumerable.Repeat(note, 20_000), .. Enumerable.Repeat(error, 20_000)]));

        var run = report.RootElement.GetProperty("runs")[0];
        var levels = run.GetProperty("results").EnumerateArray().CountBy(result => result.GetProperty("level").GetString()!);
        Assert.Equal([new("note", 15_000), new("error", 10_000)], levels);
        Assert.Equal(
            "15000 results left out: GitHub takes 25000 in a run.",
            run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void Regions_lie_on_one_line()
    {
        var file = Sample.File("a:\r\n  b: c\r\n");
        using var report = JsonDocument.Parse(Sample.Report(
            ReportFormat.Sarif, Sample.Options, Sample.Summary, Sample.Finding(file, "a:\r\n  b: c\r\n"), Sample.Finding(file, "c\r\n")));

        Assert.Equal(
            ["1:1-1:3 0+2", "2:6-2:7 9+1"],
            report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result =>
            {
                var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
                return $"{Of("startLine")}:{Of("startColumn")}-{Of("endLine")}:{Of("endColumn")} {Of("charOffset")}+{Of("charLength")}";

                string Of(string name) => region.GetProperty(name).GetRawText();
            }));
    }

    [Fact]
    public void A_rule_that_was_not_announced_has_no_index()
    {
        var engine = new Rule("OM0001", "rule-failed", "A rule threw", "omlint", DiagnosticSeverity.Error, FixAvailability.None);

        var report = Sample.Report(
            ReportFormat.Sarif, Sample.Options with { Rules = [] }, Sample.Summary, Sample.Finding(Sample.File("a: b\n"), "a", rule: engine));

        Assert.Contains("\"ruleId\": \"OM0001\"", report, StringComparison.Ordinal);
        Assert.DoesNotContain("ruleIndex", report, StringComparison.Ordinal);
    }
}
