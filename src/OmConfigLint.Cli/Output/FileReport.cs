using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Cli.Output;

/// <summary>What is left to say of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Findings">Unsuppressed findings, worst first, then by place, then by id.</param>
internal sealed record FileReport(SourceFile File, ImmutableArray<Finding> Findings)
{
    /// <summary>Findings that are not reported, with the reason; in the same order.</summary>
    public ImmutableArray<SuppressedFinding> Suppressed { get; init; } = [];
}
