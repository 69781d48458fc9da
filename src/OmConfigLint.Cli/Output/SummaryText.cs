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
        var fixedPart = summary.FixedCount > 0 ? $"fixed {Count(summary.FixedCount, "finding")}; " : "";
        return fixedPart + Left(summary, fileCount) + "; " + Checked(summary, verbosity);
    }

    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int number, string noun) =>
        $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A number in the invariant culture.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Left(RunSummary summary, int fileCount)
    {
        string[] counts =
        [
            .. Part(summary.ErrorCount, "error"),
            .. Part(summary.WarningCount, "warning"),
            .. Part(summary.NoteCount, "note"),
        ];
        var suppressed = summary.SuppressedCount > 0 ? $", {Number(summary.SuppressedCount)} suppressed" : "";
        if (counts.Length == 0)
            return (summary.Failures.IsEmpty ? "all clear" : $"nothing found, but {Count(summary.Failures.Length, "failure")}: not everything was checked") + suppressed;

        var verb = summary.FixedCount > 0 ? "left" : "found";
        return $"{verb} {string.Join(", ", counts)} in {Count(fileCount, "file")}{Fixable(summary)}{suppressed}";
    }

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
            return "no files to check";
        if (summary.AnalyzedCount == 0)
            return $"{Count(summary.FileCount, "file")} looked at, none of them holds anything to check";
        var lookedAt = verbosity == Verbosity.Verbose ? $" of {Count(summary.FileCount, "file")} looked at" : "";
        return $"{Count(summary.AnalyzedCount, "file")} checked against {summary.Target}{lookedAt}";
    }
}
