namespace OmConfigLint.Analysis.Workspace;

/// <summary>The files on disk.</summary>
internal sealed class DiskFiles(string root, FileReader reader, Func<WorkspaceIndex> buildIndex) : WorkspaceFiles
{
    private readonly Lazy<WorkspaceIndex> _index = new(buildIndex);

    /// <summary>Built on first use: most runs over files without findings never need it.</summary>
    public override WorkspaceIndex Index => _index.Value;

    /// <inheritdoc/>
    public override bool Exists(string path) => Path.Exists(GetFullPath(path));

    /// <inheritdoc/>
    public override string GetFullPath(string path) => Path.GetFullPath(path, root);

    /// <inheritdoc/>
    public override SourceFile? TryOpen(string path) =>
        reader.Read(new DiscoveredFile(path, GetFullPath(path), IsNamed: true)) is FileContent.Text text ? text.File : null;
}
