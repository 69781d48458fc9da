namespace OmConfigLint.Analysis.Workspace;

/// <summary>Small files that steer a run: <c>.gitignore</c>, <c>.editorconfig</c>.</summary>
internal static class SettingsFile
{
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The text without its byte order mark; what is not UTF-8 is replaced.</summary>
    /// <exception cref="IOException">It cannot be read, is no ordinary file or is longer than 4 MiB.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadText(string path)
    {
        using var handle = RegularFile.Open(path, out var length);
        if (length > MaxBytes)
            throw new IOException("it is longer than 4 MiB");
        var bytes = new byte[length];
        var count = RegularFile.Fill(handle, bytes, 0);
        var content = bytes.AsSpan(0, count);
        var encoding = FileEncodings.Detect(content);
        return FileEncodings.LenientEncoderOf(encoding).GetString(content[FileEncodings.MarkOf(encoding).Length..]);
    }
}
