using OmConfigLint.Cli.Output;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class GitHubReportWriterTests
{
    [Fact]
    public Task Annotations()
    {
        var file = Sample.File(Sample.Profiler, "a,b:c 100%.yaml");
        return Verify(Sample.Report(
            ReportFormat.GitHub,
            Sample.Options,
            Sample.Summary with { Failures = ["locked.yaml: permission denied\n(100%)"] },
            Sample.Finding(file, "generateSampleData: true", "100% of\r\nit: a, b"),
            Sample.Finding(file, "config:\n      type: Profiler", label: null, rule: Sample.FloatingImage),
            Sample.Finding(file, "Profiler", "`includeViews` is false by default", label: null, rule: Sample.ChangedDefault)));
    }

    [Fact]
    public Task More_than_GitHub_shows()
    {
        var file = Sample.File(Sample.Profiler);
        return Verify(Sample.Report(
            ReportFormat.GitHub,
            Sample.Options,
            Sample.Summary,
            [
                .. Enumerable.Range(0, 12).Select(_ => Sample.Finding(file, "generateSampleData: true")),
                .. Enumerable.Range(0, 3).Select(_ => Sample.Finding(file, "Profiler", rule: Sample.FloatingImage)),
            ]));
    }

    [Fact]
    public Task Failures_are_the_worst_of_the_errors_that_GitHub_shows()
    {
        var file = Sample.File(Sample.Profiler);
        return Verify(Sample.Report(
            ReportFormat.GitHub,
            Sample.Options,
            Sample.Summary with { Failures = [.. Enumerable.Range(1, 12).Select(i => $"{i}.yaml: permission denied")] },
            Sample.Finding(file, "Profiler", label: null, rule: Sample.ChangedDefault),
            Sample.Finding(file, "generateSampleData: true")));
    }

    [Fact]
    public void Nothing_found_is_nothing_written() => Assert.Empty(Sample.Report(ReportFormat.GitHub, Sample.Options, Sample.Summary));
}
