using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Tests;

/// <summary>A tree of files in memory.</summary>
internal sealed class MemoryFiles : WorkspaceFiles
{
    private readonly Dictionary<string, SourceFile> _files;

    public MemoryFiles(params (string Path, string Text)[] files) =>
        _files = files.ToDictionary(file => file.Path, file => new SourceFile(file.Path, "/" + file.Path, file.Text), StringComparer.Ordinal);

    public override WorkspaceIndex Index => WorkspaceIndex.Empty;

    public SourceFile this[string path] => _files[path];

    public override bool Exists(string path) => _files.ContainsKey(path);

    public override string GetFullPath(string path) => "/" + path;

    public override SourceFile? TryOpen(string path) => _files.GetValueOrDefault(path);
}
