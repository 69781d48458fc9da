using NJsonSchema;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Cli.Output;
using OmConfigLint.Testing;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class JsonReportWriterTests
{
    [Fact]
    public async Task Whole_report()
    {
        var report = Sample.Report(ReportFormat.Json, Sample.Options, Mended, Everything());

        await AssertValid(report);
        await Verify(report, "json");
    }

    [Fact]
    public async Task Nothing_found()
    {
        var report = Sample.Report(ReportFormat.Json, Sample.Options, Sample.Summary);

        await AssertValid(report);
        await Verify(report, "json");
    }

    [Fact]
    public async Task Secrets_are_left_out()
    {
        var file = Sample.File(Sample.Profiler);
        var created = Sample.Split(file, "connection:\n  password: hunter2\n");
        var edited = new ConfigFix("sets a password", FixSafety.Unsafe, [Sample.Edit(Sample.File("password: ''\n"), "''", "hunter2")], []);

        var report = Sample.Report(
            ReportFormat.Json,
            Sample.Options,
            Sample.Summary,
            Sample.Finding(file, "generateSampleData: true", fix: created),
            Sample.Finding(file, "generateSampleData: true", fix: edited));

        await AssertValid(report);
        Assert.DoesNotContain("hunter2", report, StringComparison.Ordinal);
        Assert.Equal(2, report.Split("\"contentOmitted\": \"holds secrets\"").Length - 1);
    }

    [Fact]
    public async Task A_run_that_broke_off_leaves_no_document()
    {
        using var output = new MemoryStream();
        using (var writer = ReportWriters.Create(ReportFormat.Json, output, Sample.Options))
        {
            var file = Sample.File(Sample.Profiler);
            writer.Begin();
            writer.Write(new FileReport(file, [Sample.Finding(file, "Profiler")]));
        }

        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(async () =>
        {
            output.Position = 0;
            using var document = await System.Text.Json.JsonDocument.ParseAsync(output, cancellationToken: TestContext.Current.CancellationToken);
        });
    }

    /// <summary>Findings with all that a finding can have.</summary>
    internal static Finding[] Everything()
    {
        var file = Sample.File(Sample.Profiler);
        var other = Sample.File("services:\n  server:\n    image: openmetadata/server # \"\U0001F600\" \\ \u0001\n", "compose dir/ä%.yaml");
        var split = Sample.Split(file, "source:\n  type: mysql\n");
        return
        [
            Sample.Finding(file, "generateSampleData: true", fix: split, related: [Sample.Related(file, "Profiler", "this is a Profiler")]),
            Sample.Finding(file, "profileSample: 50", "another finding of the same fix", label: null, split, nodePath: ""),
            Sample.Finding(
                file,
                "sourceConfig:\n    config:",
                "`includeViews` is false by default from 1.6.0 on",
                label: null,
                new ConfigFix(
                    "writes `includeViews: true` out",
                    FixSafety.Unsafe,
                    [Sample.Edit(file, "profileSample: 50\n", "profileSample: 50\n      includeViews: true\n")],
                    [],
                    "views are profiled again"),
                Sample.ChangedDefault),
            Sample.Finding(
                other,
                "openmetadata/server",
                "the image names no release",
                "the newest one is pulled",
                ConfigFix.Manual("name the release"),
                Sample.FloatingImage,
                related: [Sample.Related(file, "mysql", "the workflow that runs in it")]),
        ];
    }

    internal static RunSummary Mended { get; } = Sample.Summary with
    {
        ErrorCount = 2,
        NoteCount = 1,
        WarningCount = 1,
        SafelyFixableCount = 2,
        UnsafelyFixableCount = 1,
        SuppressedCount = 1,
        FixedCount = 4,
        ChangedFiles = ["a.yaml"],
        CreatedFiles = ["b.yaml"],
        FollowUps = ["run `metadata classify -c b.yaml`"],
        Failures = ["locked.yaml: permission denied"],
        ExitCode = 2,
    };

    private static async Task AssertValid(string report)
    {
        var path = Path.Combine(SharedMaterial.RepositoryRoot, "src/OmConfigLint.Cli/Output/report.schema.json");
        var schema = await JsonSchema.FromFileAsync(path, TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(report));
    }
}
