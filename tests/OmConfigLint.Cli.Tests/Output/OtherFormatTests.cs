using System.Xml.Linq;
using OmConfigLint.Cli.Output;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

/// <summary>What forges and build servers read; `validate.sh` holds the snapshots to schemas and readers.</summary>
public sealed class OtherFormatTests
{
    public static TheoryData<string, string> Formats => new() { { "GitLab", "json" }, { "JUnit", "xml" }, { "Checkstyle", "xml" }, { "Markdown", "md" } };

    [Theory]
    [MemberData(nameof(Formats))]
    public Task Whole_report(string format, string extension) =>
        Verify(Sample.Report(Enum.Parse<ReportFormat>(format), Sample.Options, JsonReportWriterTests.Mended, JsonReportWriterTests.Everything()), extension, format);

    [Theory]
    [MemberData(nameof(Formats))]
    public Task Nothing_found(string format, string extension) =>
        Verify(Sample.Report(Enum.Parse<ReportFormat>(format), Sample.Options, Sample.Summary), extension, format);

    [Theory]
    [InlineData("error", "failure", "skipped", "skipped")]
    [InlineData("warning", "failure", "failure", "skipped")]
    [InlineData("note", "failure", "failure", "failure")]
    [InlineData("never", "skipped", "skipped", "skipped")]
    public void A_JUnit_case_fails_where_its_finding_fails_the_run(string failOn, params string[] outcomes)
    {
        var file = Sample.File(Sample.Profiler);
        var options = Sample.Options with
        {
            FailOn = failOn switch
            {
                "error" => Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
                "warning" => Microsoft.CodeAnalysis.DiagnosticSeverity.Warning,
                "note" => Microsoft.CodeAnalysis.DiagnosticSeverity.Info,
                _ => null,
            },
        };

        var report = XElement.Parse(Sample.Report(
            ReportFormat.JUnit, options, Sample.Summary, [.. Sample.Rules.Select(rule => Sample.Finding(file, "Profiler", rule: rule))]));

        Assert.Equal(outcomes, report.Elements("testsuite").First().Elements("testcase").Select(testcase => testcase.Elements().Single().Name.LocalName));
        Assert.Equal(outcomes.Count(outcome => outcome == "failure"), (int)report.Elements("testsuite").First().Attribute("failures")!);
    }

    [Theory]
    [InlineData("`a_b` was *removed*", @"`a_b` was \*removed\*")]
    [InlineData("see <script> [x](y) #1 & $z", @"see \<script\> \[x\](y) \#1 \& \$z")]
    [InlineData("ask @admin, not `@admin`", "ask @\u200Badmin, not `@admin`")]
    [InlineData("one ` alone", @"one \` alone")]
    [InlineData("`a`b` is *odd*", @"`a`b\` is \*odd\*")]
    [InlineData("two\r\nlines", "two\u240D\u240Alines")]
    [InlineData("``", @"\`\`")]
    public void Markdown_of_a_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Theory]
    [InlineData("a.yaml", "`a.yaml`")]
    [InlineData("a`b.yaml", "`` a`b.yaml ``")]
    [InlineData("``` a", "```` ``` a ````")]
    public void Code_in_Markdown(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));

    [Fact]
    public void Markdown_shows_the_worst_of_all_files_first_and_no_more_than_GitHub_takes()
    {
        var first = Sample.File(Sample.Profiler, "a.yaml");
        var second = Sample.File(Sample.Profiler, "b.yaml");
        using var output = new MemoryStream();
        using var writer = ReportWriters.Create(ReportFormat.Markdown, output, Sample.Options);
        writer.Begin();
        writer.Write(new FileReport(first, [.. Enumerable.Repeat(Sample.Finding(first, "Profiler", rule: Sample.ChangedDefault), 1_000)]));
        writer.Write(new FileReport(second, [Sample.Finding(second, "Profiler"), .. Enumerable.Repeat(Sample.Finding(second, "Profiler", rule: Sample.FloatingImage), 20)]));
        writer.End(Sample.Summary);

        var report = System.Text.Encoding.UTF8.GetString(output.ToArray());
        var lines = report.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(report.Length, 64_000, 65_536);
        Assert.Equal(["**1 error**", "**20 warnings**", "**1000 notes**"], lines.Where(line => line.StartsWith("**", StringComparison.Ordinal)));
        var left = 1_000 - lines.Count(line => line.Contains("OM1006", StringComparison.Ordinal));
        Assert.Equal($"*{left} notes left out: GitHub takes 65536 characters in a comment*", lines[^1]);
        Assert.Equal([$"{left} notes left out: GitHub takes 65536 characters in a comment; the Markdown report shows the worst"], writer.Notices);
    }

    [Theory]
    [InlineData(ReportFormat.Markdown, "`deploy/a.yaml:6`")]
    [InlineData(ReportFormat.GitLab, "\"path\": \"deploy/a.yaml\"")]
    [InlineData(ReportFormat.GitHub, "file=deploy/a.yaml,")]
    [InlineData(ReportFormat.Sarif, "\"uri\": \"deploy/a.yaml\"")]
    internal void A_forge_is_told_paths_from_the_repositorys_root(ReportFormat format, string expected)
    {
        using var directory = new OmConfigLint.Testing.TemporaryDirectory(".git", "deploy/a.yaml");
        var file = Sample.File(Sample.Profiler, "a.yaml");

        var report = Sample.Report(format, Sample.Options with { Repository = Repository.Around(directory["deploy"]) }, Sample.Summary, Sample.Finding(file, "Profiler"));

        Assert.Contains(expected, report, StringComparison.Ordinal);
    }
}
