using System.IO.Enumeration;
using System.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Walks a directory without following links, leaving out what git ignores and what never holds a project's own files.</summary>
/// <param name="request">Names the file-name extensions to find, and how many threads may walk.</param>
/// <param name="glob">What the files must match; null for all.</param>
/// <param name="report">Is told of directories and ignore files that cannot be read: the absolute path and the fact. Called from any thread.</param>
/// <param name="cancellationToken">Looked at before each directory.</param>
internal sealed class DirectoryWalk(DiscoveryRequest request, Glob? glob, Action<string, string> report, CancellationToken cancellationToken)
{
    private const string VersionControl = ".git";
    private const string IgnoreFile = ".gitignore";
    private const string EnvironmentFile = "pyvenv.cfg";

    /// <summary>The patterns of one clone. (Linked work trees keep theirs elsewhere, and those are not looked for.)</summary>
    private const string ExcludeFile = ".git/info/exclude";

    /// <summary>So many directories, not yet entered, are worth a second thread.</summary>
    private const int ParallelThreshold = 128;

    /// <summary>What <c>git init</c> would set <c>core.ignorecase</c> to.</summary>
    private static readonly bool IgnoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    // Links never come up; hidden entries do.
    private static readonly EnumerationOptions Options = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

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
        var found = new List<string>();
        // Breadth first, so that there are soon many subtrees to share out.
        var pending = new Queue<Subtree>([new Subtree(root, ScopeAbove(root))]);
        while (pending.Count > 0 && (pending.Count < ParallelThreshold || request.Jobs <= 1))
            Enter(pending.Dequeue(), root, pending.Enqueue, found);

        if (pending.Count > 0)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = cancellationToken };
            Parallel.ForEach(
                pending,
                options,
                () => new List<string>(),
                (subtree, _, foundHere) =>
                {
                    var below = new Stack<Subtree>([subtree]);
                    while (below.TryPop(out var next))
                        Enter(next, root, below.Push, foundHere);
                    return foundHere;
                },
                foundHere =>
                {
                    lock (found)
                        found.AddRange(foundHere);
                });
        }

        return found;
    }

    private void Enter(Subtree subtree, string root, Action<Subtree> enterLater, List<string> found)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entries = List(subtree.Path);
        var isVirtualEnvironment = entries.Exists(entry => entry.Kind == EntryKind.EnvironmentFile);
        if (isVirtualEnvironment && subtree.Path != root)
            return;

        var scope = ScopeOf(subtree, entries);
        var start = Path.EndsInDirectorySeparator(subtree.Path) ? subtree.Path : subtree.Path + Path.DirectorySeparatorChar;
        var globStart = Path.EndsInDirectorySeparator(root) ? root.Length : root.Length + 1;
        foreach (var entry in entries)
        {
            if (entry.Kind is not (EntryKind.File or EntryKind.Directory))
                continue;
            var path = start + entry.Name;
            if (scope is not null && scope.IsIgnored(Bytes(path), entry.Kind == EntryKind.Directory))
                continue;
            if (entry.Kind == EntryKind.Directory)
                enterLater(new Subtree(path, scope));
            else if (glob is null || glob.IsMatch(Bytes(path[globStart..])))
                found.Add(path);
        }
    }

    private List<Entry> List(string directory)
    {
        var entries = new List<Entry>();
        try
        {
            entries.AddRange(
                new FileSystemEnumerable<Entry>(
                    directory, (ref FileSystemEntry entry) => new Entry(entry.FileName.ToString(), KindOf(ref entry)!.Value), Options)
                {
                    ShouldIncludePredicate = (ref FileSystemEntry entry) => KindOf(ref entry) is not null,
                });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report(directory, FileErrors.Describe(exception, "read"));
        }

        return entries;
    }

    /// <summary>Null for what is of no interest.</summary>
    private EntryKind? KindOf(ref FileSystemEntry entry)
    {
        var name = entry.FileName;
        if (name is VersionControl)
            return EntryKind.VersionControl;
        if (entry.IsDirectory)
        {
            return name is ".hg" or ".svn" or "node_modules" or ".venv" or "venv" or ".tox" or ".nox" or "site-packages" or "__pycache__"
                ? null
                : EntryKind.Directory;
        }

        if (name is IgnoreFile)
            return EntryKind.IgnoreFile;
        if (name is EnvironmentFile)
            return EntryKind.EnvironmentFile;
        return request.IsWanted(name) ? EntryKind.File : null;
    }

    private GitIgnoreScope? ScopeOf(Subtree subtree, List<Entry> entries)
    {
        // A repository inside another has nothing to do with the outer one's patterns.
        var isRepository = entries.Exists(entry => entry.Kind == EntryKind.VersionControl);
        var scope = isRepository ? Load(null, subtree.Path, ExcludeFile) : subtree.Scope;
        return entries.Exists(entry => entry.Kind == EntryKind.IgnoreFile) ? Load(scope, subtree.Path, IgnoreFile) : scope;
    }

    /// <summary>The patterns of the directories above <paramref name="root"/>, up to the root of its work tree.</summary>
    private GitIgnoreScope? ScopeAbove(string root)
    {
        var above = new Stack<string>();
        for (var directory = root; !Path.Exists(Path.Join(directory, VersionControl)); directory = above.Peek())
        {
            if (Path.GetDirectoryName(directory) is not { } parent)
                return null;
            above.Push(parent);
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

    /// <summary>A directory to enter, with the patterns of those above it.</summary>
    private sealed record Subtree(string Path, GitIgnoreScope? Scope);
}
