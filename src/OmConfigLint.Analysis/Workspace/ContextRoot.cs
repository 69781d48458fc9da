namespace OmConfigLint.Analysis.Workspace;

/// <summary>Says how far around a named file omlint looks for workflows that belong to it.</summary>
internal static class ContextRoot
{
    /// <summary>
    /// The files of the git work tree that holds <paramref name="fullPath"/>, where that lies within <paramref name="root"/>; else those beside
    /// the file. (A directory that is no work tree may be a home directory: it is not searched through.) What may not be read is not among
    /// them, and a directory that does not exist holds none: the file may be standard input.
    /// </summary>
    public static IEnumerable<DiscoveredFile> FilesAround(string fullPath, string root)
    {
        var own = Path.GetDirectoryName(fullPath)!;
        if (WorkTreeOf(own, Path.TrimEndingDirectorySeparator(root)) is { } workTree)
            return FileDiscovery.Find(new DiscoveryRequest { Root = root, Paths = [workTree] }).Files;

        return !Directory.Exists(own) ? [] : Directory.EnumerateFiles(own, "*", new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
            .Where(path => FileFormats.IsKnown(Path.GetFileName(path)))
            .Select(path => new DiscoveredFile(ShownPath.Of(path, root), path, IsNamed: false));
    }

    private static string? WorkTreeOf(string own, string root)
    {
        for (var directory = own; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (directory != root && !directory.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return null;
            if (Path.Exists(Path.Combine(directory, ".git")))
                return directory;
        }

        return null;
    }
}
