using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.Tests;

/// <summary>A tree of files in memory.</summary>
internal sealed class MemoryFiles : WorkspaceFiles
{
    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);
    private readonly Lazy<WorkspaceIndex> _index;

    public MemoryFiles(IEnumerable<(string Path, string Text)> files, RuleSet rules)
    {
        foreach (var (path, text) in files)
            _files[path] = new SourceFile(path, "/" + path, text);
        _index = new(() => new WorkspaceIndex(_files.Values.SelectMany(file => new FileAnalyzer(rules).GetFacts(file))));
    }

    public IEnumerable<SourceFile> All => _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    public override WorkspaceIndex Index => _index.Value;

    public override bool Exists(string path) => _files.ContainsKey(path);

    public override string GetFullPath(string path) => "/" + path;

    public override SourceFile? TryOpen(string path) => _files.GetValueOrDefault(path);
}
