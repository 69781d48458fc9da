using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The facts of all documents, for rules that look beyond one file.</summary>
public sealed class WorkspaceIndex
{
    private readonly Dictionary<string, ImmutableArray<WorkspaceFact>> _byKey;
    private readonly IReadOnlySet<string>? _contextPaths;

    /// <summary>Builds an index.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="contextPaths">The files that are read for context only: nothing is reported of them. Null for none.</param>
    public WorkspaceIndex(IEnumerable<WorkspaceFact> facts, IReadOnlySet<string>? contextPaths = null)
    {
        _contextPaths = contextPaths;
        _byKey = facts
            .GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.OrderBy(fact => fact.Path, StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal);
    }

    /// <summary>An index without facts.</summary>
    public static WorkspaceIndex Empty { get; } = new([]);

    /// <summary>True where <paramref name="fact"/> is of a file that is read for context only, so that nothing is reported of it.</summary>
    public bool IsContext(WorkspaceFact fact) => _contextPaths?.Contains(fact.Path) == true;

    /// <summary>The facts with <paramref name="key"/>, by path.</summary>
    public ImmutableArray<WorkspaceFact> Find(string key) => _byKey.TryGetValue(key, out var facts) ? facts : [];
}
