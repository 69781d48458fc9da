using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Walks a directory without following links, leaving out what git ignores and what never holds a project's own files.</summary>
/// <param name="extensions">The file-name extensions to find, with the dot.</param>
/// <param name="glob">What the files must match; null for all.</param>
/// <param name="report">Is told of directories and ignore files that cannot be read: the absolute path and the fact.</param>
/// <param name="cancellationToken">Looked at before each directory.</param>
internal sealed class DirectoryWalk(
    ImmutableArray<string> extensions, Glob? glob, Action<string, string> report, CancellationToken cancellationToken)
{
    /// <summary>What <c>git init</c> would set <c>core.ignorecase</c> to.</summary>
    private static readonly bool IgnoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    // Links never come up; hidden entries do.
    private static readonly EnumerationOptions Options = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    private readonly List<string> _found = [];
    private readonly Stack<(string Path, GitIgnoreScope? Scope)> _pending = [];
    private readonly List<Entry> _entries = [];

    private enum EntryKind
    {
        File,
        Directory,
        IgnoreFile,
        VersionControl,
        EnvironmentFile,
    }

    /// <summary>The absolute paths of the files below <paramref name="root"/>, in no order.</summary>
    public List<string> Run(string root)
    {
        _pending.Push((root, ScopeAbove(root)));
        while (_pending.TryPop(out var directory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            List(directory.Path);
            if (directory.Path != root && _entries.Exists(entry => entry.Kind == EntryKind.EnvironmentFile))
                continue;
            Visit(directory.Path, ScopeOf(directory.Path, directory.Scope), root);
        }

        return _found;
    }

    private void List(string directory)
    {
        _entries.Clear();
        try
        {
            var entries = new FileSystemEnumerable<Entry>(
                directory, (ref FileSystemEntry entry) => new Entry(entry.FileName.ToString(), KindOf(ref entry)!.Value), Options)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => KindOf(ref entry) is not null,
            };
            _entries.AddRange(entries);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report(directory, FileErrors.Describe(exception, "read"));
        }
    }

    private void Visit(string directory, GitIgnoreScope? scope, string root)
    {
        var start = Path.EndsInDirectorySeparator(directory) ? directory : directory + Path.DirectorySeparatorChar;
        var globStart = Path.EndsInDirectorySeparator(root) ? root.Length : root.Length + 1;
        foreach (var entry in _entries)
        {
            var isDirectory = entry.Kind == EntryKind.Directory;
            if (!isDirectory && entry.Kind != EntryKind.File)
                continue;
            var path = start + entry.Name;
            if (scope is not null && scope.IsIgnored(Bytes(path), isDirectory))
                continue;
            if (isDirectory)
                _pending.Push((path, scope));
            else if (glob is null || glob.IsMatch(Bytes(path[globStart..])))
                _found.Add(path);
        }
    }

    private EntryKind? KindOf(ref FileSystemEntry entry)
    {
        var name = entry.FileName;
        switch (name)
        {
            case ".git":
                return EntryKind.VersionControl;
            case ".gitignore" when !entry.IsDirectory:
                return EntryKind.IgnoreFile;
            case "pyvenv.cfg" when !entry.IsDirectory:
                return EntryKind.EnvironmentFile;
        }

        if (entry.IsDirectory)
        {
            return name is ".hg" or ".svn" or "node_modules" or ".venv" or "venv" or ".tox" or ".nox" or "site-packages" or "__pycache__"
                ? null
                : EntryKind.Directory;
        }

        foreach (var extension in extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return EntryKind.File;
        }

        return null;
    }

    private GitIgnoreScope? ScopeOf(string directory, GitIgnoreScope? outer)
    {
        // A repository inside another has nothing to do with the outer one's patterns.
        var scope = _entries.Exists(entry => entry.Kind == EntryKind.VersionControl) ? Load(null, directory, ExcludeFile) : outer;
        return _entries.Exists(entry => entry.Kind == EntryKind.IgnoreFile) ? Load(scope, directory, IgnoreFile) : scope;
    }

    private const string IgnoreFile = ".gitignore";

    /// <summary>The patterns of one clone. (Linked work trees keep theirs elsewhere, and these are not looked for.)</summary>
    private const string ExcludeFile = ".git/info/exclude";

    /// <summary>The patterns of the directories above <paramref name="root"/>, up to the root of its work tree.</summary>
    private GitIgnoreScope? ScopeAbove(string root)
    {
        var above = new Stack<string>();
        for (var directory = root; !Path.Exists(Path.Join(directory, ".git"));)
        {
            if (Path.GetDirectoryName(directory) is not { } parent)
                return null;
            above.Push(parent);
            directory = parent;
        }

        var scope = above.TryPeek(out var top) ? Load(null, top, ExcludeFile) : null;
        return above.Aggregate(scope, (outer, directory) => Load(outer, directory, IgnoreFile));
    }

    private GitIgnoreScope? Load(GitIgnoreScope? outer, string directory, string file)
    {
        var path = Path.Join(directory, file);
        if (!File.Exists(path))
            return outer;
        try
        {
            return GitIgnoreScope.Create(outer, directory, SettingsFile.ReadText(path), IgnoreCase);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report(path, FileErrors.Describe(exception, "read"));
            return outer;
        }
    }

    private static byte[] Bytes(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (Path.DirectorySeparatorChar != '/')
            bytes.AsSpan().Replace((byte)Path.DirectorySeparatorChar, (byte)'/');
        return bytes;
    }

    private readonly record struct Entry(string Name, EntryKind Kind);
}
