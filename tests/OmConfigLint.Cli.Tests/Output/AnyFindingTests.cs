using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Cli.Output;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class AnyFindingTests
{
    private const string Secret = "hunter2";

    [Fact]
    public void Is_shown_without_controls_and_within_the_width() => Check.One(
        RandomCases.Of(1_000),
        Prop.ForAll(Findings.ToArbitrary(), finding =>
        {
            const int Width = 50;
            foreach (var verbosity in Enum.GetValues<Verbosity>())
            {
                var text = Sample.Text(Sample.Options with { Width = Width, Verbosity = verbosity }, finding);
                Assert.DoesNotContain(text, c => c < ' ' && c != '\n');
                Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
                var code = text.Split('\n').Where(line => line.Contains(" | ", StringComparison.Ordinal) && !line.Contains("LABEL", StringComparison.Ordinal));
                Assert.All(code, line => Assert.True(line.EnumerateRunes().Sum(DisplayText.WidthOf) <= Width + 10, line));
            }
        }));

    [Fact]
    public void Colours_change_nothing_else() => Check.One(
        RandomCases.Of(300),
        Prop.ForAll(Findings.ToArbitrary(), finding =>
        {
            var coloured = Sample.Text(Sample.Options with { Style = new TerminalStyle(Colors: true, Hyperlinks: false) }, finding);
            return Sample.Text(finding) == System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "");
        }));

    [Fact]
    public void Has_valid_regions_in_SARIF() => Check.One(
        RandomCases.Of(300),
        Prop.ForAll(Findings.ToArbitrary(), finding =>
        {
            using var report = JsonDocument.Parse(Sample.Report(ReportFormat.Sarif, Sample.Options, Sample.Summary, finding));
            var result = report.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
            var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
            var (line, column) = (Of("startLine") - 1, Of("startColumn") - 1);
            Assert.Equal(line, Of("endLine") - 1);
            Assert.Equal(Of("charLength"), Of("endColumn") - 1 - column);
            Assert.Equal(finding.File.Lines.StartOf(line) + column, Of("charOffset"));
            Assert.InRange(Of("charOffset") + Of("charLength"), 0, finding.File.Lines.EndIncludingLineBreak(line));

            int Of(string name) => region.GetProperty(name).GetInt32();
        }));

    [Fact]
    public void Is_one_line_for_GitHub() => Check.One(
        RandomCases.Of(300),
        Prop.ForAll(Findings.ToArbitrary(), finding =>
            Sample.Report(ReportFormat.GitHub, Sample.Options, Sample.Summary, finding).TrimEnd('\n').AsSpan().IndexOfAny('\n', '\r') < 0));

    [Fact]
    public void Is_well_formed_XML() => Check.One(
        RandomCases.Of(300),
        Prop.ForAll(Findings.ToArbitrary(), finding =>
        {
            foreach (var format in (ReportFormat[])[ReportFormat.JUnit, ReportFormat.Checkstyle])
                System.Xml.Linq.XDocument.Parse(Sample.Report(format, Sample.Options, Sample.Summary with { Failures = [finding.File.Text] }, finding));
        }));

    /// <summary>Any text, with anything marked in it.</summary>
    private static Gen<Finding> Findings =>
        from pieces in Gen.Elements(
                "a: b", "  ", "\t", "\n", "\n", "\r\n", "\r", "日本", "\U0001F600", "e\u0301", "\u001b[31m", "\u202e", "\ud800", "\u2028", "\0",
                $"password: {Secret}\n", $"key: |\n", new string('x', 70), "{", "\"", "#")
            .ListOf()
        let text = string.Concat(pieces)
        from start in Gen.Choose(0, text.Length)
        from end in Gen.Choose(start, text.Length)
        from otherStart in Gen.Choose(0, text.Length)
        from otherEnd in Gen.Choose(otherStart, text.Length)
        from label in Gen.Elements(null, "", "LABEL", "LABEL\r\n\u001b")
        let file = Sample.File(text)
        let other = TextSpan.FromBounds(otherStart, otherEnd)
        select new Finding(
            Sample.MovedProperty,
            file,
            TextSpan.FromBounds(start, end),
            "message\r\nof two lines",
            label,
            [new RelatedLocation(file.Path, other, file.Lines.PositionsOf(other), "LABEL")]);
}
