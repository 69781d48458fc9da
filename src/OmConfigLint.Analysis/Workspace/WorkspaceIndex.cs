using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The facts of all documents, for rules that look beyond one file.</summary>
public sealed class WorkspaceIndex
{
    private readonly Dictionary<string, ImmutableArray<WorkspaceFact>> _byKey;

    /// <summary>Builds an index.</summary>
    public WorkspaceIndex(IEnumerable<WorkspaceFact> facts) =>
        _byKey = facts
            .GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(fact => fact.Path, StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal);

    /// <summary>An index without facts.</summary>
    public static WorkspaceIndex Empty { get; } = new([]);

    /// <summary>The facts with <paramref name="key"/>, by path.</summary>
    public ImmutableArray<WorkspaceFact> Find(string key) => _byKey.TryGetValue(key, out var facts) ? facts : [];
}
