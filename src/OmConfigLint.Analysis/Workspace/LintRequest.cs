using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A run over files on disk.</summary>
public sealed record LintRequest
{
    /// <summary>The run's root, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>The files to look at.</summary>
    public required ImmutableArray<DiscoveredFile> Files { get; init; }

    /// <summary>The rules.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>What is in force for a file, by its absolute path.</summary>
    public required Func<string, FileAnalysisSettings> SettingsFor { get; init; }

    /// <summary>What is known already, and neither reported nor mended.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Says which findings are to be reported and mended; null for all. The whole tree is analysed in any case.</summary>
    public Func<Finding, bool>? IsAskedFor { get; init; }

    /// <summary>The fixes to apply; null to check only.</summary>
    public FixSafety? Accepted { get; init; }

    /// <summary>True to write fixed files; false to keep them in memory, for a preview.</summary>
    public bool Write { get; init; }

    /// <summary>True where the result is to hold the texts of changed and created files; else memory does not grow with their number.</summary>
    public bool KeepsTexts { get; init; } = true;

    /// <summary>How many files are worked on at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}
