using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>What a run came to, beside its findings.</summary>
public sealed record LintResult
{
    /// <summary>Files that hold something the rules know.</summary>
    public required int RelevantCount { get; init; }

    /// <summary>Findings that were mended.</summary>
    public required int FixedCount { get; init; }

    /// <summary>Changed files, before and after, by path; without texts where <see cref="LintRequest.KeepsTexts"/> says so.</summary>
    public required ImmutableArray<(SourceFile Before, SourceFile After)> Changed { get; init; }

    /// <summary>Created files, by path, without texts where <see cref="LintRequest.KeepsTexts"/> says so; each with the file whose mode and encoding it takes.</summary>
    public required ImmutableArray<(SourceFile Origin, SourceFile File)> Created { get; init; }

    /// <summary>What a person must do afterwards, each once.</summary>
    public required ImmutableArray<string> FollowUps { get; init; }

    /// <summary>What kept omlint from doing its work, each with its path.</summary>
    public required ImmutableArray<string> Failures { get; init; }
}
