using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>What a run is to look at.</summary>
public sealed record DiscoveryRequest
{
    /// <summary>The run's root, absolute: the current directory. Relative paths start here, and links may not lead out of it.</summary>
    public required string Root { get; init; }

    /// <summary>Files, directories and globs, as the user gave them.</summary>
    public ImmutableArray<string> Paths { get; init; } = ["."];

    /// <summary>The file-name extensions that omlint reads, with the dot, as in <c>.yaml</c>; compared without regard to case.</summary>
    public required ImmutableArray<string> Extensions { get; init; }

    /// <summary>How many threads may walk directories.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    internal bool HasKnownExtension(ReadOnlySpan<char> name)
    {
        foreach (var extension in Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
