using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>What the fixes of one file come to, in memory.</summary>
public sealed record FixOutcome
{
    /// <summary>What is left to say of the file, and of each file that was created or changed with it.</summary>
    public required ImmutableArray<FileAnalysis> Remaining { get; init; }

    /// <summary>Changed files as they were and as they are to be.</summary>
    public required ImmutableArray<(SourceFile Before, SourceFile After)> Changed { get; init; }

    /// <summary>Created files, each with the file whose mode and encoding it takes.</summary>
    public required ImmutableArray<(SourceFile Origin, SourceFile File)> Created { get; init; }

    /// <summary>What a person must do afterwards.</summary>
    public required ImmutableArray<string> FollowUps { get; init; }

    /// <summary>Findings that the fixes mended.</summary>
    public required int FixedCount { get; init; }
}
