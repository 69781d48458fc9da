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

        var (levels, said) = LevelsAndNotices([.. Enumerable.Repeat(note, 20_000), .. Enumerable.Repeat(error, 20_000)]);

        Assert.Equal([new("note", 5_000), new("error", 20_000)], levels);
        Assert.Equal(["15000 of 40000 results left out of SARIF, the mildest first: GitHub takes 25000 results"], said);
    }

    [Fact]
    public void Stays_within_GitHubs_size()
    {
        var file = Sample.File("a: b\n");
        var random = new Random(1);
        Finding[] findings =
        [
            .. Enumerable.Range(0, 3_000).Select(i =>
                Sample.Finding(file, "a", Convert.ToHexString(Bytes(random)), rule: i % 3 == 0 ? Sample.MovedProperty : Sample.ChangedDefault)),
        ];

        using var output = new MemoryStream();
        using var writer = new SarifReportWriter(output, Sample.Options, mostCompressedBytes: 200_000);
        var (levels, said) = LevelsAndNotices(writer, output, findings);

        Assert.Equal(new("error", 1_000), levels[0]);
        Assert.InRange(levels[1].Value, 1, 1_000);
        Assert.Equal([$"{2_000 - levels[1].Value} of 3000 results left out of SARIF, the mildest first: GitHub takes files up to 10 MB"], said);
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(output.ToArray());
        Assert.InRange(compressed.Length, 180_000, 203_000);

        static byte[] Bytes(Random random)
        {
            var bytes = new byte[64];
            random.NextBytes(bytes);
            return bytes;
        }
    }

    [Fact]
    public void Stays_within_GitHubs_number_of_locations()
    {
        var file = Sample.File("a: b\n");
        var related = Enumerable.Repeat(Sample.Related(file, "b", "here"), 1_200).ToArray();

        using var output = new MemoryStream();
        using var writer = new SarifReportWriter(output, Sample.Options);
        var (_, said) = LevelsAndNotices(writer, output, [Sample.Finding(file, "a", related: related)]);

        Assert.Equal(["201 related locations left out of SARIF: GitHub takes 1000 a result"], said);
        using var report = JsonDocument.Parse(output.ToArray());
        Assert.Equal(999, report.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("relatedLocations").GetArrayLength());
    }

    [Fact]
    public Task Suppressed_findings_where_asked_for()
    {
        var file = Sample.File(Sample.Profiler);
        var reported = Sample.Finding(file, "generateSampleData: true", label: null);
        var report = new FileReport(file, [reported])
        {
            Suppressed =
            [
                new(Sample.Finding(file, "profileSample: 50", label: null), SuppressionKind.InSource, "the stewards need it"),
                new(reported, SuppressionKind.External, Justification: null),
            ],
        };

        Assert.DoesNotContain("suppressions", Written(Sample.Options), StringComparison.Ordinal);
        return Verify(Written(Sample.Options with { IncludesSuppressed = true, Category = "nightly", Rules = [] }), "sarif");

        string Written(ReportOptions options)
        {
            using var output = new MemoryStream();
            using var writer = new SarifReportWriter(output, options);
            writer.Begin();
            writer.Write(report);
            writer.End(Sample.Summary);
            return System.Text.Encoding.UTF8.GetString(output.ToArray());
        }
    }

    [Fact]
    public void Files_that_were_not_analysed_are_notifications()
    {
        var broken = Sample.File("a: [\n", "a b.yaml");
        using var report = JsonDocument.Parse(Sample.Report(
            ReportFormat.Sarif,
            Sample.Options with { Rules = [EngineRules.UnparseableFile] },
            Sample.Summary,
            new Finding(EngineRules.UnparseableFile, broken, new(3, 1), "the file cannot be parsed: `[` is not closed")));

        var notification = report.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0];
        Assert.Equal(
            Compact("""{"level":"error","message":{"text":"The file cannot be parsed: `[` is not closed."},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%20b.yaml"},"region":{"startLine":1,"startColumn":4,"endLine":1,"endColumn":5,"charOffset":3,"charLength":1}}}],"associatedRule":{"id":"OM0003","index":0}}"""),
            Compact(notification.GetRawText()));

        static string Compact(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
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

    private static (KeyValuePair<string, int>[] Levels, IEnumerable<string> Notices) LevelsAndNotices(Finding[] findings)
    {
        using var output = new MemoryStream();
        using var writer = new SarifReportWriter(output, Sample.Options);
        return LevelsAndNotices(writer, output, findings);
    }

    /// <summary>The number of results by level, and what is said of those that are left out: in the report and on standard error alike.</summary>
    private static (KeyValuePair<string, int>[] Levels, IEnumerable<string> Notices) LevelsAndNotices(
        SarifReportWriter writer, MemoryStream output, Finding[] findings)
    {
        writer.Begin();
        writer.Write(new FileReport(findings[0].File, [.. findings]));
        writer.End(Sample.Summary);

        using var report = JsonDocument.Parse(output.ToArray());
        var run = report.RootElement.GetProperty("runs")[0];
        Assert.Equal(
            writer.Notices.Select(notice => notice + "."),
            run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()
                .Select(notification => notification.GetProperty("message").GetProperty("text").GetString()!));
        return ([.. run.GetProperty("results").EnumerateArray().CountBy(result => result.GetProperty("level").GetString()!)], writer.Notices);
    }
}
