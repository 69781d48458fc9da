using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Cli.Output;

/// <summary>A run in numbers, for the end of a report.</summary>
internal sealed record RunSummary
{
    /// <summary>The release that was checked against (the run's; single paths may have another by configuration).</summary>
    public required ReleaseVersion Target { get; init; }

    /// <summary>The releases that files were checked against, oldest first: several where configuration differs by path. None counts as <see cref="Target"/>.</summary>
    public ImmutableArray<ReleaseVersion> Targets { get; init; } = [];

    /// <summary>Files looked at.</summary>
    public required int FileCount { get; init; }

    /// <summary>Files that hold something omlint knows.</summary>
    public required int AnalyzedCount { get; init; }

    /// <summary>Files of those of which a part could not be looked at.</summary>
    public int PartlyAnalyzedCount { get; init; }

    /// <summary>Errors that are left.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>Warnings that are left.</summary>
    public required int WarningCount { get; init; }

    /// <summary>Notes that are left.</summary>
    public required int NoteCount { get; init; }

    /// <summary>Findings that are left and that <c>--fix</c> would mend.</summary>
    public required int SafelyFixableCount { get; init; }

    /// <summary>Findings that are left and that only <c>--unsafe-fixes</c> would mend.</summary>
    public required int UnsafelyFixableCount { get; init; }

    /// <summary>Findings that a comment suppresses.</summary>
    public required int SuppressedCount { get; init; }

    /// <summary>Findings that the baseline knows.</summary>
    public SeverityCounts BaselinedCounts { get; init; }

    /// <summary>Findings that <c>--fix</c> mended in this run.</summary>
    public int FixedCount { get; init; }

    /// <summary>Files that <c>--fix</c> changed, as users see them, sorted.</summary>
    public ImmutableArray<string> ChangedFiles { get; init; } = [];

    /// <summary>Files that <c>--fix</c> created, as users see them, sorted.</summary>
    public ImmutableArray<string> CreatedFiles { get; init; } = [];

    /// <summary>What a person must do after the fixes, each once.</summary>
    public ImmutableArray<string> FollowUps { get; init; } = [];

    /// <summary>What kept omlint from doing its work (unreadable file, fault of a rule): the run ends with exit code 2.</summary>
    public ImmutableArray<string> Failures { get; init; } = [];

    /// <summary>True where one of the failures is a fault of omlint's own, so that findings may be missing.</summary>
    public bool HasFault { get; init; }

    /// <summary>The exit code, which does not depend on the format.</summary>
    public required int ExitCode { get; init; }
}
