using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>What was found in one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Tree">Its tree; null where it could not be parsed.</param>
/// <param name="IsRelevant">True where at least one document is something the rules know, or where that could not be told.</param>
/// <param name="Findings">Unsuppressed findings, worst first, then by place, then by id.</param>
/// <param name="Suppressed">Findings that a comment suppresses, and then those that a baseline knows, both in the same order.</param>
public sealed record FileAnalysis(
    SourceFile File,
    SyntaxTree? Tree,
    bool IsRelevant,
    ImmutableArray<Finding> Findings,
    ImmutableArray<SuppressedFinding> Suppressed)
{
    /// <summary>The ids of the rules that were evaluated, so that what they did not find is not there.</summary>
    public IReadOnlySet<string> EvaluatedRules { get; init; } = ImmutableHashSet<string>.Empty;
}
