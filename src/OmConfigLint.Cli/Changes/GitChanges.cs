using OmConfigLint.Cli.CommandLine;

namespace OmConfigLint.Cli.Changes;

/// <summary>
/// What differs between a git work tree and the commit where a reference and HEAD part: committed since, staged, not staged, or not tracked at all.
/// Several threads may ask at once.
/// </summary>
internal sealed class GitChanges
{
    private readonly GitProcess _git;
    private readonly string _top;
    private readonly string _base;
    private readonly HashSet<string> _tracked;
    private readonly HashSet<string> _differing;
    private readonly Dictionary<string, string?> _nestedTops = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GitChanges?> _nested = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, List<(int First, int Last)>>> _lines;
    private readonly Lock _gate = new();

    private GitChanges(GitProcess git, string top, string @base)
    {
        _git = git;
        _top = top;
        _base = @base;
        _tracked = Split(git.RunOnWorkTree("ls-files", "-z", "--cached"));
        _differing = Split(git.RunOnWorkTree(
            "diff", "-z", "--name-only", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty", @base, "--"));
        _lines = new Lazy<Dictionary<string, List<(int First, int Last)>>>(FindLines);
    }

    /// <summary>Finds what changed.</summary>
    /// <param name="directory">The absolute path of a directory in the work tree.</param>
    /// <param name="reference">What to compare with; null for the repository's main branch.</param>
    /// <exception cref="GitException">There is no git, no work tree, no such reference, or no common ancestor.</exception>
    public static GitChanges Since(string directory, ChangedReference reference) => Since(directory, reference, isNested: false);

    private static GitChanges Since(string directory, ChangedReference reference, bool isNested)
    {
        var git = new GitProcess(directory, isNested);
        var top = TopOf(git, directory) ?? throw new GitException("this is no git work tree, so nobody knows what changed");
        if (git.TryRun("rev-parse", "--quiet", "--verify", "HEAD^{commit}") is null)
            throw new GitException("the repository has no commit yet, so there is nothing to compare with");
        var name = reference.Name ?? FindMainBranch(git);
        if (name.StartsWith('-') || git.TryRun("rev-parse", "--quiet", "--verify", name + "^{commit}") is not { } commit)
            throw new GitException($"git knows no commit `{name}`; where the clone is shallow, fetch it first");
        if (git.TryRun("merge-base", "HEAD", commit.Trim()) is not { } parted)
            throw new GitException($"`{name}` and HEAD have no common ancestor that is known; where the clone is shallow, fetch more of the history");
        return new GitChanges(new GitProcess(top, isNested), top, parted.Trim());
    }

    /// <summary>Makes sure that it can be told whether a file differs.</summary>
    /// <exception cref="GitException">It lies outside of the work tree, or in a submodule of which nothing is known.</exception>
    public void Require(string fullPath)
    {
        if (!IsBelowTop(fullPath))
            throw new GitException($"`{fullPath}` is not in the git work tree `{_top}`, so nobody knows whether it changed");
        _ = Has(fullPath);
    }

    /// <summary>True where the file differs; also for one outside of the work tree.</summary>
    public bool Has(string fullPath)
    {
        if (!IsBelowTop(fullPath))
            return true;
        lock (_gate)
        {
            // A submodule whose commit is another one has changed as a whole, and so has a work tree that is not tracked; else what counts is
            // whether the file differs from the submodule's own HEAD.
            if (NestedTop(fullPath) is { } nested)
                return Nested(nested)?.Has(fullPath) ?? true;
            var path = Relative(fullPath);
            return !_tracked.Contains(path) || _differing.Contains(path);
        }
    }

    /// <summary>True where one of the lines differs.</summary>
    /// <param name="fullPath">The file.</param>
    /// <param name="first">The first line, 0-based.</param>
    /// <param name="last">The last line.</param>
    public bool Has(string fullPath, int first, int last)
    {
        if (!Has(fullPath))
            return false;
        if (!IsBelowTop(fullPath))
            return true;
        lock (_gate)
        {
            if (NestedTop(fullPath) is { } nested)
                return Nested(nested)?.Has(fullPath, first, last) ?? true;
            var path = Relative(fullPath);
            return !_tracked.Contains(path)
                || !_lines.Value.TryGetValue(path, out var ranges)
                || ranges.Count == 0
                || ranges.Any(range => range.First <= last && first <= range.Last);
        }
    }

    private static string? TopOf(GitProcess git, string directory)
    {
        if (git.TryRun("rev-parse", "--is-inside-work-tree") is not { } inside || inside.Trim() != "true")
            return null;
        // The way up, not the path: that of the directory itself may hold links.
        var up = git.TryRun("rev-parse", "--show-cdup");
        return up is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(up.EndsWith('\n') ? up[..^1] : up, directory));
    }

    private static string FindMainBranch(GitProcess git)
    {
        string[] usual = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];
        return usual.FirstOrDefault(name => git.TryRun("rev-parse", "--quiet", "--verify", name + "^{commit}") is not null)
            ?? throw new GitException("there is neither `origin/HEAD` nor a branch `main` or `master` to compare with; name a reference, as in `--changed=HEAD`");
    }

    private static HashSet<string> Split(string output) => new(output.Split('\0', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    private string Relative(string fullPath) => fullPath[(_top.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');

    private bool IsBelowTop(string fullPath) => fullPath.StartsWith(_top + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private Dictionary<string, List<(int First, int Last)>> FindLines() => ChangedLines.Read(
        _git.RunOnWorkTree(
            "diff", "--unified=0", "--inter-hunk-context=0", "--no-renames", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color",
            "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules=all", _base, "--"),
        _differing);

    /// <summary>The changes within a nested work tree; null where it has changed as a whole.</summary>
    private GitChanges? Nested(string nested)
    {
        if (_nested.TryGetValue(nested, out var changes))
            return changes;
        var path = Relative(nested);
        return _nested[nested] = _tracked.Contains(path) && !_differing.Contains(path) ? Since(nested, new ChangedReference("HEAD"), isNested: true) : null;
    }

    /// <summary>The top of the outermost work tree within this one that holds the file; null where there is none.</summary>
    private string? NestedTop(string fullPath)
    {
        var directory = Path.GetDirectoryName(fullPath)!;
        if (!IsBelowTop(directory))
            return null;
        if (_nestedTops.TryGetValue(directory, out var known))
            return known;
        var found = NestedTop(directory) ?? (Path.Exists(Path.Join(directory, ".git")) ? directory : null);
        return _nestedTops[directory] = found;
    }
}
