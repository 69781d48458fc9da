using System.Collections.Concurrent;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The files on disk. Several threads may ask at once.</summary>
internal sealed class DiskFiles(string root, FileReader reader, Func<WorkspaceIndex> buildIndex) : WorkspaceFiles
{
    private readonly Lazy<WorkspaceIndex> _index = new(buildIndex);
    private readonly ConcurrentDictionary<string, bool> _hidden = new(StringComparer.Ordinal);

    /// <summary>Built on first use: most runs over files without findings never need it.</summary>
    public override WorkspaceIndex Index => _index.Value;

    /// <inheritdoc/>
    public override bool Exists(string path) => !_hidden.ContainsKey(path) && Path.Exists(GetFullPath(path));

    /// <inheritdoc/>
    public override string GetFullPath(string path) => Path.GetFullPath(path, root);

    /// <inheritdoc/>
    public override SourceFile? TryOpen(string path) =>
        reader.Read(new DiscoveredFile(path, GetFullPath(path), IsNamed: true)) is FileContent.Text text ? text.File : null;

    /// <summary>Leaves files that are about to be created out of sight: what a file comes to must not depend on whether another one is done already.</summary>
    public void Hide(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            _hidden[path] = true;
    }

    /// <summary>Lets everything be seen again.</summary>
    public void ShowAll() => _hidden.Clear();
}
