using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.Tests.Output;

/// <summary>A file on Windows is called in reports what it is called everywhere else.</summary>
public sealed class WindowsPathTests
{
    private const string FullPath = @"C:\Users\ada\my data\ingestion\mysql profiler.yaml";

    [Theory]
    [InlineData(@"ingestion\mysql.yaml", '\\', "ingestion/mysql.yaml")]
    [InlineData(@"C:\work\mysql.yaml", '\\', "C:/work/mysql.yaml")]
    [InlineData(@"ingestion/mysql.yaml", '\\', "ingestion/mysql.yaml")]
    [InlineData(@"odd\name.yaml", '/', @"odd\name.yaml")]
    public void Separators_are_slashes(string path, char separator, string expected) =>
        Assert.Equal(expected, ShownPath.WithForwardSlashes(path, separator));

    [Theory]
    [InlineData(@"ingestion\mysql profiler.yaml", "ingestion/mysql%20profiler.yaml")]
    [InlineData(FullPath, "file:///C:/Users/ada/my%20data/ingestion/mysql%20profiler.yaml")]
    public void No_report_holds_a_backslash(string path, string uri)
    {
        var shown = ShownPath.WithForwardSlashes(path, '\\');
        var file = new SourceFile(shown, FullPath, Sample.Profiler);
        var finding = Sample.Finding(file, "generateSampleData: true", related: [Sample.Related(file, "Profiler", "this is a Profiler")]);

        foreach (var (word, format) in ReportFormats.All)
        {
            var report = Sample.Report(format, Sample.Options with { Rules = [] }, Sample.Summary, finding);
            Assert.DoesNotContain("\\", report, StringComparison.Ordinal);
            var place = format switch
            {
                ReportFormat.Sarif => uri,
                ReportFormat.GitHub => shown.Replace(":", "%3A", StringComparison.Ordinal),
                _ => shown,
            };
            Assert.True(report.Contains(place, StringComparison.Ordinal), $"{word}: {report}");
        }
    }
}
