namespace OmConfigLint.Testing;

/// <summary>
/// The large test material that is not part of the repository: real files, the YAML test suite, OpenMetadata's schemas.
/// It stands in a folder <c>shared</c> beside the checkout; tests that need it are skipped where it is absent.
/// </summary>
public static class SharedMaterial
{
    /// <summary>The path of <paramref name="folder"/> in the shared material; skips the test where it is absent.</summary>
    public static string Require(string folder)
    {
        var path = Path.Combine(Path.GetDirectoryName(RepositoryRoot)!, "shared", folder);
        Assert.SkipUnless(Directory.Exists(path), $"the shared material `{folder}` is not beside this checkout");
        return path;
    }

    /// <summary>The checkout that holds the running tests.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "OmConfigLint.sln")))
                return directory;
        }

        throw new InvalidOperationException("the tests do not run from a checkout");
    }
}
