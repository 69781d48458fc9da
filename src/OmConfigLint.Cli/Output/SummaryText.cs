using System.Globalization;

namespace OmConfigLint.Cli.Output;

/// <summary>A run in one line.</summary>
internal static class SummaryText
{
    /// <summary><c>found 3 errors, 1 note in 2 files (1 fixable with --fix); 12 files checked against 1.6.3</c>.</summary>
    /// <param name="summary">The run.</param>
    /// <param name="fileCount">Files with findings.</param>
    /// <param name="verbosity">Whether files without anything known are counted too.</param>
    public static string Of(RunSummary summary, int fileCount, Verbosity verbosity = Verbosity.Normal)
    {
        var mended = summary.FixedCount > 0 ? $"fixed {Count(summary.FixedCount, "finding")}; " : "";
        return mended + Found(summary, fileCount) + Checked(summary, verbosity);
    }

    /// <summary>What a patch does not mend: <c>left: 3 warnings, 1 note (2 fixable with --unsafe-fixes)</c>; empty where nothing is left.</summary>
    public static string Left(RunSummary summary)
    {
        var counts = Of(new SeverityCounts(summary.ErrorCount, summary.WarningCount, summary.NoteCount));
        return counts.Length == 0 ? "" : $"left: {counts}{Fixable(summary)}";
    }

    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int number, string noun) =>
        $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A number in the invariant culture.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Found(RunSummary summary, int fileCount)
    {
        var counts = Of(new SeverityCounts(summary.ErrorCount, summary.WarningCount, summary.NoteCount));
        var suppressed = (summary.SuppressedCount > 0 ? $", {Number(summary.SuppressedCount)} suppressed" : "") + Baselined(summary.BaselinedCounts);
        if (counts.Length > 0)
        {
            var verb = summary.FixedCount > 0 ? "left" : "found";
            return $"{verb} {counts} in {Count(fileCount, "file")}{Fixable(summary)}{suppressed}; ";
        }

        if (!summary.Failures.IsEmpty)
            return $"nothing found, but not everything was checked{suppressed}; ";
        return summary.AnalyzedCount == 0 ? "nothing to check: " : $"all clear{suppressed}: ";
    }

    private static string Baselined(SeverityCounts counts) =>
        counts.Total > 0 ? $", {Number(counts.Total)} in the baseline ({Of(counts)})" : "";

    /// <summary><c>3 errors, 1 note</c>; empty for none.</summary>
    private static string Of(SeverityCounts counts) =>
        string.Join(", ", [.. Part(counts.Errors, "error"), .. Part(counts.Warnings, "warning"), .. Part(counts.Notes, "note")]);

    private static string[] Part(int number, string noun) => number == 0 ? [] : [Count(number, noun)];

    private static string Fixable(RunSummary summary) => (summary.SafelyFixableCount, summary.UnsafelyFixableCount) switch
    {
        (0, 0) => "",
        (var safe, 0) => $" ({Number(safe)} fixable with --fix)",
        (0, var more) => $" ({Number(more)} fixable with --unsafe-fixes)",
        var (safe, more) => $" ({Number(safe)} fixable with --fix, {Number(more)} more with --unsafe-fixes)",
    };

    private static string Checked(RunSummary summary, Verbosity verbosity)
    {
        if (summary.FileCount == 0)
            return "no files found";
        if (summary.AnalyzedCount == 0)
            return $"none of {Count(summary.FileCount, "file")} holds anything that omlint knows";
        var files = verbosity == Verbosity.Verbose
            ? $"{Number(summary.AnalyzedCount)} of {Count(summary.FileCount, "file")}"
            : Count(summary.AnalyzedCount, "file");
        var inPart = summary.PartlyAnalyzedCount > 0 ? $", {Number(summary.PartlyAnalyzedCount)} of them in part" : "";
        return $"{files} checked against {TargetsOf(summary)}{inPart}";
    }

    private static string TargetsOf(RunSummary summary) =>
        summary.Targets.IsEmpty ? summary.Target.ToString() : string.Join(" and ", summary.Targets);
}
