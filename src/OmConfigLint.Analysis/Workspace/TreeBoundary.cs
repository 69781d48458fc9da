using System.Collections.Concurrent;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// Resolves links and keeps them inside the tree: the run's root for a path below it, else the directory in which the path was named.
/// Several threads may ask at once.
/// </summary>
/// <param name="root">The run's root, absolute.</param>
internal sealed class TreeBoundary(string root)
{
    private const int MaxLinks = 40;

    private readonly ConcurrentDictionary<string, string?> _realDirectories = new(StringComparer.Ordinal);
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The path of what <paramref name="fullPath"/> leads to, below the same tree; null where it leads out of it or is a loop of links.</summary>
    /// <exception cref="IOException">A directory on the way cannot be searched.</exception>
    /// <exception cref="UnauthorizedAccessException">A directory on the way may not be searched.</exception>
    public string? Resolve(string fullPath)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(fullPath));
        var tree = IsBelow(path, _root) ? _root : Path.GetDirectoryName(path) ?? path;
        var links = 0;
        if (Real(path, ref links) is not { } real || RealDirectory(tree, ref links) is not { } realTree || !IsBelow(real, realTree))
            return null;
        return real.Length == realTree.Length ? tree : Path.Join(tree, real[realTree.Length..]);
    }

    /// <summary>True where <paramref name="path"/> is <paramref name="directory"/> or lies below it; both absolute.</summary>
    public static bool IsBelow(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal)
        && (path.Length == directory.Length || Path.EndsInDirectorySeparator(directory) || path[directory.Length] == Path.DirectorySeparatorChar);

    private string? RealDirectory(string path, ref int links)
    {
        if (!_realDirectories.TryGetValue(path, out var real))
            _realDirectories[path] = real = Real(path, ref links);
        return real;
    }

    private string? Real(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        if (RealDirectory(parent, ref links) is not { } realParent)
            return null;
        var candidate = Path.Join(realParent, Path.GetFileName(path));
        if (new FileInfo(candidate).LinkTarget is not { } target)
            return candidate;
        return ++links > MaxLinks ? null : Real(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target, realParent)), ref links);
    }
}
