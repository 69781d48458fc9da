using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>The options of a check, free of contradictions.</summary>
internal sealed record CommandLineOptions
{
    /// <summary>Files, directories and globs, as the user wrote them; empty where standard input is read.</summary>
    public ImmutableArray<string> Paths { get; init; } = ["."];

    /// <summary>True for <c>-</c>: the one file comes from standard input.</summary>
    public bool ReadsStandardInput { get; init; }

    /// <summary>The path that standard input stands for: it decides on configuration and kind of file.</summary>
    public string? StandardInputPath { get; init; }

    /// <summary>Apply the safe fixes.</summary>
    public bool Fix { get; init; }

    /// <summary>Apply or show the unsafe fixes as well.</summary>
    public bool UnsafeFixes { get; init; }

    /// <summary>Print what <see cref="Fix"/> would do, and write nothing, whatever <see cref="Fix"/> says.</summary>
    public bool Diff { get; init; }

    /// <summary>Exit with 1 where something was fixed.</summary>
    public bool ExitNonZeroOnFix { get; init; }

    /// <summary>The release to check against; null for the configured one, else the newest known.</summary>
    public ReleaseVersion? Target { get; init; }

    /// <summary><see cref="Target"/> as it was written: <c>1.6</c> is any release of that line.</summary>
    public ReleaseVersion? AskedTarget { get; init; }

    /// <summary>The release in use: only what changed after it is checked; null for the configured one, if any.</summary>
    public ReleaseVersion? From { get; init; }

    /// <summary>The selectors of <c>--select</c>, for <see cref="RuleSelection"/>; none selects every rule.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>The selectors of <c>--ignore</c>, for <see cref="RuleSelection"/>.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>The file of the baseline; null for none.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>Make the baseline of what is found.</summary>
    public bool WriteBaseline { get; init; }

    /// <summary>Remove from the baseline what is not found any more.</summary>
    public bool PruneBaseline { get; init; }

    /// <summary>Report only on what differs from a git reference; null for everything.</summary>
    public ChangedReference? Changed { get; init; }

    /// <summary>The reports, at most one of them on standard output.</summary>
    public ImmutableArray<ReportDestination> Reports { get; init; } = [new(ReportFormat.Text, Path: null)];

    /// <summary>What tells SARIF reports of one commit from one another; null for nothing.</summary>
    public string? Category { get; init; }

    /// <summary>Reports for other tools hold suppressed findings as well.</summary>
    public bool IncludeSuppressed { get; init; }

    /// <summary>The mildest severity that makes the exit code 1; null for none.</summary>
    public DiagnosticSeverity? FailOn { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>The directory of the user's own rule pages.</summary>
    public string? RulesDirectory { get; init; }

    /// <summary>How many files are worked on at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Read no <c>.editorconfig</c>.</summary>
    public bool NoConfig { get; init; }

    /// <summary>Whether text is coloured.</summary>
    public ColorChoice Color { get; init; }

    /// <summary>List the files that would be looked at, and do nothing else.</summary>
    public bool ShowFiles { get; init; }

    /// <summary>End the text report with counts by rule.</summary>
    public bool Statistics { get; init; }

    /// <summary>How much is said.</summary>
    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    /// <summary>What a user should know of the options; for standard error.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}
