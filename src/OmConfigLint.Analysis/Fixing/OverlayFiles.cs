using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>The files as they would be after some fixes: changed and created ones in memory, all others as they are.</summary>
internal sealed class OverlayFiles(WorkspaceFiles files) : WorkspaceFiles
{
    private readonly SortedDictionary<string, SourceFile> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceFile> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    /// <summary>The changed and created files by path.</summary>
    public IReadOnlyDictionary<string, SourceFile> Changed => _changed;

    /// <summary>For a created file the one it was copied from; a changed file is not among them.</summary>
    public IReadOnlyDictionary<string, SourceFile> Origins => _origins;

    /// <summary>
    /// The facts of the tree as it was when the run started. What fixes create in a run is not among them: whether a second workflow gets a
    /// file of its own must not depend on the order in which files are fixed.
    /// </summary>
    public override WorkspaceIndex Index => files.Index;

    /// <summary>The tree of a changed or created file; null for any other.</summary>
    public SyntaxTree? TreeOf(string path) => _trees.GetValueOrDefault(path);

    /// <summary>Puts a changed or created file in the place of what stands on disk.</summary>
    public void Set(SourceFile file, SyntaxTree? tree, SourceFile? origin = null)
    {
        if (tree is not null)
            _trees[file.Path] = tree;
        else
            _trees.Remove(file.Path);
        _changed[file.Path] = file;
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
