using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Cli;

/// <summary>
/// The repository around a directory: patches, and reports that a forge reads, name files from its root, wherever omlint was started.
/// </summary>
internal sealed class Repository
{
    private readonly string? _root;

    private Repository(string? root, string prefix)
    {
        _root = root;
        Prefix = prefix;
    }

    /// <summary>None: paths stay as they are.</summary>
    public static Repository None { get; } = new(root: null, prefix: "");

    /// <summary>The path of the directory from the root, with a slash at its end; empty in the root and outside of any repository.</summary>
    public string Prefix { get; }

    /// <summary>Finds the repository around <paramref name="directory"/>, an absolute path.</summary>
    public static Repository Around(string directory)
    {
        for (var root = directory; root is not null; root = Path.GetDirectoryName(root))
        {
            if (Path.Exists(Path.Join(root, ".git")))
                return new Repository(ShownPath.WithForwardSlashes(root), root == directory ? "" : ShownPath.Of(directory, root) + "/");
        }

        return None;
    }

    /// <summary>A path as users see it, from the directory on, made one from the root on; what lies outside of the repository stays as it is.</summary>
    public string PathOf(string path)
    {
        if (!Path.IsPathRooted(path))
            return Prefix + path;
        return _root is not null && path.Length > _root.Length && path[_root.Length] == '/' && path.StartsWith(_root, StringComparison.Ordinal)
            ? path[(_root.Length + 1)..]
            : path;
    }
}
