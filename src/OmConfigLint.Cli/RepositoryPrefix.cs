namespace OmConfigLint.Cli;

/// <summary>Says where a directory lies in its repository, because a patch names files from the repository's root.</summary>
internal static class RepositoryPrefix
{
    /// <summary>The path of <paramref name="directory"/> from its repository's root, with a slash at its end; empty in the root and outside of any repository.</summary>
    public static string Of(string directory)
    {
        for (var root = directory; root is not null; root = Path.GetDirectoryName(root))
        {
            if (Path.Exists(Path.Join(root, ".git")))
                return root == directory ? "" : Path.GetRelativePath(root, directory).Replace('\\', '/') + "/";
        }

        return "";
    }
}
