using System.Runtime.InteropServices;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Turns the paths that a user gave into the files of a run.</summary>
/// <remarks>
/// Directories are walked without following links and without what git ignores; version control's own directories, <c>node_modules</c> and
/// Python's environments are left out. A file that is named is taken in any case. A glob is a filter over such a walk.
/// </remarks>
public static class FileDiscovery
{
    /// <summary>Finds the files.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static DiscoveryResult Find(DiscoveryRequest request, CancellationToken cancellationToken = default) =>
        new Search(request, cancellationToken).Run();

    private sealed class Search(DiscoveryRequest request, CancellationToken cancellationToken)
    {
        private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Root));
        private readonly TreeBoundary _boundary = new(request.Root);
        private readonly Dictionary<string, DiscoveredFile> _files = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _skipped = new(StringComparer.Ordinal);
        private readonly List<DiscoveryProblem> _problems = [];

        public DiscoveryResult Run()
        {
            foreach (var path in request.Paths)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    Add(path);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    Refuse(path, FileErrors.Describe(exception, "read"));
                }
            }

            var files = _files.Values.ToArray();
            Array.Sort(files, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
            return new DiscoveryResult(
                ImmutableCollectionsMarshal.AsImmutableArray(files),
                [.. _skipped],
                [.. _problems.Distinct().OrderBy(problem => problem.Path, StringComparer.Ordinal)]);
        }

        private void Add(string path)
        {
            if (path.Length == 0)
            {
                Refuse(path, "is an empty path");
                return;
            }

            var fullPath = Path.GetFullPath(path, _root);
            if (!IsThere(fullPath))
            {
                if (Glob.Parse(path) is { } glob)
                    AddMatches(path, glob);
                else
                    Refuse(path, "does not exist");
                return;
            }

            if (_boundary.Resolve(fullPath) is not { } resolved)
            {
                Refuse(path, "is a link that leads out of the tree or in a loop, and is not followed");
                return;
            }

            if (Directory.Exists(resolved))
                AddDirectory(resolved, null);
            else if (!request.IsWanted(Path.GetFileName(resolved)) && !request.IsWanted(Path.GetFileName(fullPath)))
                _skipped.Add(ShownOf(fullPath));
            else if (!File.Exists(resolved))
                Refuse(path, "is a link to nothing");
            else
                _files[resolved] = new DiscoveredFile(ShownOf(resolved), resolved, IsNamed: true);
        }

        private void AddMatches(string path, Glob glob)
        {
            var directory = Path.GetFullPath(glob.Directory, _root);
            if (!Directory.Exists(directory))
            {
                Refuse(path, $"matches nothing: `{glob.Directory}` is no directory");
                return;
            }

            if (_boundary.Resolve(directory) is not { } resolved)
                Refuse(path, "begins with a link that leads out of the tree, and is not followed");
            else if (AddDirectory(resolved, glob) == 0)
                Refuse(path, "matches no file that omlint reads");
        }

        private int AddDirectory(string directory, Glob? glob)
        {
            var walk = new DirectoryWalk(request, glob, Report, cancellationToken);
            var found = walk.Run(directory);
            foreach (var fullPath in found)
                _files.TryAdd(fullPath, new DiscoveredFile(ShownOf(fullPath), fullPath, IsNamed: false));
            return found.Count;
        }

        private void Refuse(string path, string message) => _problems.Add(new DiscoveryProblem(ShownPath.WithForwardSlashes(path), message));

        private void Report(string fullPath, string message)
        {
            lock (_problems)
                _problems.Add(new DiscoveryProblem(ShownOf(fullPath), message));
        }

        private string ShownOf(string fullPath) => ShownPath.Of(fullPath, _root);

        /// <summary>A link that leads to nothing is there.</summary>
        private static bool IsThere(string fullPath)
        {
            try
            {
                File.GetAttributes(fullPath);
                return true;
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                return false;
            }
        }
    }
}
