namespace OmConfigLint.Analysis.Workspace;

/// <summary>The path that users see.</summary>
public static class ShownPath
{
    /// <summary><paramref name="fullPath"/> relative to <paramref name="root"/> where it lies below it, else as it is; with forward slashes.</summary>
    public static string Of(string fullPath, string root)
    {
        var path = TreeBoundary.IsBelow(fullPath, root) && fullPath.Length > root.Length
            ? fullPath[(root.Length + (Path.EndsInDirectorySeparator(root) ? 0 : 1))..]
            : fullPath;
        return WithForwardSlashes(path);
    }

    /// <summary><paramref name="path"/> as it is written everywhere but on Windows.</summary>
    public static string WithForwardSlashes(string path) => WithForwardSlashes(path, Path.DirectorySeparatorChar);

    /// <summary><paramref name="path"/> from a system that separates directories by <paramref name="separator"/>; elsewhere a backslash is a letter.</summary>
    public static string WithForwardSlashes(string path, char separator) => separator == '/' ? path : path.Replace(separator, '/');
}
