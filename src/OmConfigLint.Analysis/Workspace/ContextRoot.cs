namespace OmConfigLint.Analysis.Workspace;

/// <summary>Says how far around a named file omlint looks for workflows that belong to it.</summary>
internal static class ContextRoot
{
    /// <summary>The work tree of version control that holds the file, as long as it lies within <paramref name="root"/>; else the file's own directory.</summary>
    public static string Of(string fullPath, string root)
    {
        var own = Path.GetDirectoryName(fullPath)!;
        var prefix = Path.TrimEndingDirectorySeparator(root);
        for (var directory = own; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var isWithin = directory == prefix || directory.StartsWith(prefix + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            if (!isWithin)
                break;
            if (Path.Exists(Path.Combine(directory, ".git")))
                return directory;
        }

        return own;
    }
}
