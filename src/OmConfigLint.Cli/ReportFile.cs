namespace OmConfigLint.Cli;

/// <summary>
/// A report on its way to a file: nothing is written there before the report is complete. The file itself is then written, not replaced, so
/// that a link stays a link and a device a device.
/// </summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _path;

    /// <summary>Takes a report for <paramref name="path"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="IOException">It is a directory itself.</exception>
    public ReportFile(string path)
    {
        _path = path;
        if (Path.GetDirectoryName(path) is { } directory && !Directory.Exists(directory))
            throw new DirectoryNotFoundException($"the report cannot be written to `{path}`: there is no such directory");
        if (Directory.Exists(path))
            throw new IOException($"the report cannot be written to `{path}`: it is a directory");

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
        };
        Stream = new FileStream(Path.Join(Path.GetTempPath(), "omlint-" + Path.GetRandomFileName()), options);
    }

    /// <summary>Takes the report.</summary>
    public FileStream Stream { get; }

    /// <summary>Writes the report.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Complete()
    {
        Stream.Position = 0;
        using var target = new FileStream(_path, FileMode.Create, FileAccess.Write);
        Stream.CopyTo(target);
    }

    /// <summary>Throws the temporary file away.</summary>
    public void Dispose() => Stream.Dispose();
}
