using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.Tests;

/// <summary>A tree of files in memory.</summary>
internal sealed class MemoryFiles : WorkspaceFiles
{
    private const char Mark = '\uFEFF';

    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);
    private readonly Lazy<WorkspaceIndex> _index;

    public MemoryFiles(IEnumerable<(string Path, string Text)> files, RuleSet rules)
    {
        foreach (var (path, text) in files)
            _files[path] = Read(path, text);
        _index = new(() => new WorkspaceIndex(_files.Values.SelectMany(file => new FileAnalyzer(rules).GetFacts(file))));
    }

    public IEnumerable<SourceFile> All => _files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    public override WorkspaceIndex Index => _index.Value;

    public override bool Exists(string path) => _files.ContainsKey(path);

    public override string GetFullPath(string path) => "/" + path;

    public override SourceFile? TryOpen(string path) => _files.GetValueOrDefault(path);

    /// <summary>The text of <paramref name="file"/> with the byte order mark that it is written with.</summary>
    public static string TextOf(SourceFile file) => file.Encoding == FileEncoding.Utf8WithBom ? Mark + file.Text : file.Text;

    // As a file is read from disk: a byte order mark is encoding, not text.
    private static SourceFile Read(string path, string text) => text.StartsWith(Mark)
        ? new SourceFile(path, "/" + path, text[1..], FileEncoding.Utf8WithBom)
        : new SourceFile(path, "/" + path, text);
}
