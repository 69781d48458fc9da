using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>What a run is to look at.</summary>
public sealed record DiscoveryRequest
{
    /// <summary>The run's root, absolute: the current directory. Relative paths start here, and links may not lead out of it.</summary>
    public required string Root { get; init; }

    /// <summary>Files, directories and globs, as the user gave them.</summary>
    public ImmutableArray<string> Paths { get; init; } = ["."];

    /// <summary>Tells by its name whether a file is wanted.</summary>
    public FileNameFilter IsWanted { get; init; } = FileFormats.IsKnown;

    /// <summary>How many threads may walk directories.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
}
