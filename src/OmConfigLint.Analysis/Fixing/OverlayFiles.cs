using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>The files as they would be after some fixes: changed and created ones in memory, all others as they are.</summary>
internal sealed class OverlayFiles(WorkspaceFiles files) : WorkspaceFiles
{
    private readonly SortedDictionary<string, SourceFile> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceFile> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<WorkspaceFact>> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlTree> _trees = new(StringComparer.Ordinal);
    private WorkspaceIndex? _index;

    /// <summary>The changed and created files by path.</summary>
    public IReadOnlyDictionary<string, SourceFile> Changed => _changed;

    /// <summary>For a created file the one it was copied from; a changed file is not among them.</summary>
    public IReadOnlyDictionary<string, SourceFile> Origins => _origins;

    /// <inheritdoc/>
    public override WorkspaceIndex Index =>
        _facts.Count == 0 ? files.Index : _index ??= files.Index.With(_facts.Keys, _facts.Values.SelectMany(facts => facts));

    /// <summary>The tree of a changed or created file; null for any other.</summary>
    public YamlTree? TreeOf(string path) => _trees.GetValueOrDefault(path);

    /// <summary>Puts a changed or created file in the place of what stands on disk.</summary>
    public void Set(SourceFile file, YamlTree tree, ImmutableArray<WorkspaceFact> facts, SourceFile? origin = null)
    {
        _trees[file.Path] = tree;
        _changed[file.Path] = file;
        _facts[file.Path] = facts;
        _index = null;
        if (origin is not null)
            _origins[file.Path] = origin;
    }

    /// <inheritdoc/>
    public override bool Exists(string path) => _changed.ContainsKey(path) || files.Exists(path);

    /// <inheritdoc/>
    public override string GetFullPath(string path) => files.GetFullPath(path);

    /// <inheritdoc/>
    public override SourceFile? TryOpen(string path) => _changed.TryGetValue(path, out var file) ? file : files.TryOpen(path);
}
