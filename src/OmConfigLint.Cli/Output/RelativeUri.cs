namespace OmConfigLint.Cli.Output;

/// <summary>Paths, with forward slashes, as URI references.</summary>
internal static class RelativeUri
{
    /// <summary>
    /// The path, percent-encoded, relative as it is (<c>a%20b/c.yaml</c>), absolute as a <c>file:</c> URI.
    /// </summary>
    public static string Of(string path)
    {
        if (path.StartsWith('/'))
            return "file://" + Encode(path);
        if (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/')
            return "file:///" + path[..2] + Encode(path[2..]);
        return Encode(path);
    }

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
