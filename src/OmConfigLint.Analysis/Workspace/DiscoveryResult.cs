using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>What <see cref="FileDiscovery"/> found.</summary>
/// <param name="Files">The files, each once, sorted ordinally by <see cref="DiscoveredFile.Path"/>.</param>
/// <param name="Skipped">Files that the user named and whose kind omlint does not read, sorted; as users see them.</param>
/// <param name="Problems">What could not be looked at, sorted by path.</param>
public sealed record DiscoveryResult(
    ImmutableArray<DiscoveredFile> Files, ImmutableArray<string> Skipped, ImmutableArray<DiscoveryProblem> Problems);
