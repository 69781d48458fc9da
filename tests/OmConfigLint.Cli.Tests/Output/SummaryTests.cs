using OmConfigLint.Cli.Output;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class SummaryTests
{
    private static readonly RunSummary Summary = Sample.Summary;

    [Fact]
    public Task One_line_at_the_end() => Verify(string.Join('\n',
    [
        Line(Summary),
        Line(Summary with { AnalyzedCount = 1 }),
        Line(Summary with { AnalyzedCount = 0 }),
        Line(Summary with { AnalyzedCount = 0, FileCount = 0 }),
        Line(Summary with { SuppressedCount = 3 }),
        Line(Summary with { Failures = ["a.yaml: permission denied"] }),
        Line(Summary with { ErrorCount = 3, NoteCount = 1, SafelyFixableCount = 1, UnsafelyFixableCount = 1 }),
        Line(Summary with { WarningCount = 2, SafelyFixableCount = 2 }),
        Line(Summary with { WarningCount = 2, UnsafelyFixableCount = 2, SuppressedCount = 1 }),
        Line(Summary with { FixedCount = 4 }),
        Line(Summary with { FixedCount = 1, NoteCount = 1 }),
        SummaryText.Of(Summary, 2, Verbosity.Verbose),
    ]));

    [Fact]
    public Task What_goes_to_standard_error()
    {
        using var output = new StringWriter { NewLine = "\n" };
        new SummaryWriter(output, TerminalStyle.Plain).Write(Summary with
        {
            ChangedFiles = ["ingestion/mysql_profiler.yaml"],
            CreatedFiles = ["ingestion/mysql_auto_classification.yaml"],
            FollowUps = ["run `metadata classify -c ingestion/mysql_auto_classification.yaml`"],
            Failures = ["ingestion/locked.yaml: permission denied"],
        });
        return Verify(output.ToString());
    }

    [Fact]
    public void Nothing_goes_to_standard_error_where_nothing_happened()
    {
        using var output = new StringWriter();
        new SummaryWriter(output, TerminalStyle.Plain).Write(Summary with { ErrorCount = 3 });
        Assert.Empty(output.ToString());
    }

    private static string Line(RunSummary summary) => SummaryText.Of(summary, fileCount: 2);
}
