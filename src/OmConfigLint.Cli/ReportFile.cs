using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Cli;

// Reports are no part of the tree that FileTransaction looks after: see BannedSymbols.txt.
#pragma warning disable RS0030

/// <summary>
/// A report on its way to a file. It grows beside its place and comes there by a rename when it is complete; an older report goes away first: after
/// a run that broke off there is none, and not that of another run. A link stays a link, and a pipe or a device is written to.
/// </summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _temporaryPath;

    /// <summary>True where the place is a pipe, a device, or a file in a directory that takes no other.</summary>
    private readonly bool _isCopied;

    /// <summary>Takes a report for <paramref name="path"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="IOException">It is a directory itself, or nothing can be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public ReportFile(string path)
    {
        if (Path.GetDirectoryName(path) is { } directory && !Directory.Exists(directory))
            throw new DirectoryNotFoundException($"the report cannot be written to `{path}`: there is no such directory");
        if (Directory.Exists(path))
            throw new IOException($"the report cannot be written to `{path}`: it is a directory");

        var exists = File.Exists(path);
        _isCopied = exists && !RegularFile.Is(path);
        FilePath = !_isCopied && new FileInfo(path).LinkTarget is not null ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path;
        var name = $".omlint-{Path.GetRandomFileName()}.tmp";
        _temporaryPath = Path.Join(_isCopied ? Path.GetTempPath() : Path.GetDirectoryName(FilePath), name);
        try
        {
            Stream = _isCopied ? Create(_temporaryPath) : CreateInsteadOf(FilePath, exists, _temporaryPath);
        }
        catch (Exception exception) when (exists && !_isCopied && exception is IOException or UnauthorizedAccessException)
        {
            // A directory that takes no other file, or a file that a container has mounted by itself.
            _isCopied = true;
            _temporaryPath = Path.Join(Path.GetTempPath(), name);
            Stream = Create(_temporaryPath);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"the report cannot be written to `{path}`: permission denied", exception);
        }
    }

    /// <summary>The place of the report.</summary>
    public string FilePath { get; }

    /// <summary>Takes the report.</summary>
    public FileStream Stream { get; }

    /// <summary>Puts the report in its place.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Complete()
    {
        if (_isCopied)
        {
            Stream.Position = 0;
            using var target = new FileStream(FilePath, FileMode.Create, FileAccess.Write);
            Stream.CopyTo(target);
        }
        else
        {
            Stream.Flush();
            File.Move(_temporaryPath, FilePath, overwrite: true);
        }
    }

    /// <summary>Throws away what is not complete.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_temporaryPath);
    }

    private static FileStream CreateInsteadOf(string path, bool exists, string temporaryPath)
    {
        var stream = Create(temporaryPath);
        if (!exists)
            return stream;

        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(path));
            File.Delete(path);
            return stream;
        }
        catch
        {
            stream.Dispose();
            File.Delete(temporaryPath);
            throw;
        }
    }

    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
}
