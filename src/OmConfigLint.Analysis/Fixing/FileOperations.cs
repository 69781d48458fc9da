using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Fixing;

// The one place that changes files: see BannedSymbols.txt.
#pragma warning disable RS0030

/// <summary>The real disk.</summary>
internal sealed partial class FileOperations : IFileOperations
{
    /// <summary>A transaction takes some milliseconds; this is for a machine that was put to sleep in its midst.</summary>
    private static readonly TimeSpan AtWorkForSure = TimeSpan.FromMinutes(10);

    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <inheritdoc/>
    public bool Exists(string path)
    {
        try
        {
            File.GetAttributes(path);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool IsReadOnly(string path) => OperatingSystem.IsWindows()
        ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
        : (File.GetUnixFileMode(path) & AnyWrite) == UnixFileMode.None;

    /// <inheritdoc/>
    public bool Holds(string path, ReadOnlySpan<byte> content)
    {
        using var handle = RegularFile.Open(path, out var length);
        if (length != content.Length)
            return false;
        var bytes = new byte[content.Length];
        return RegularFile.Fill(handle, bytes, 0) == content.Length && content.SequenceEqual(bytes);
    }

    /// <inheritdoc/>
    public void WriteNew(string path, ReadOnlySpan<byte> content, string? modeOf, bool flush)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            if (modeOf is not null && !OperatingSystem.IsWindows())
            {
                // First the owner: changing it clears some bits of the mode.
                Posix.CopyOwner(modeOf, path);
                File.SetUnixFileMode(handle, File.GetUnixFileMode(modeOf));
            }

            RandomAccess.Write(handle, content, 0);
            if (flush && OperatingSystem.IsLinux())
                Posix.FlushFile(handle);
            else if (flush)
                RandomAccess.FlushToDisk(handle);
        }
        catch
        {
            handle.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Replace(string source, string target) => File.Move(source, target, overwrite: true);

    /// <inheritdoc/>
    public void Place(string source, string target)
    {
        // Only a link is atomic and fails by itself where something has come in between: File.Move looks first and moves then.
        if (OperatingSystem.IsWindows() || !Posix.TryLink(source, target))
            WriteNew(target, File.ReadAllBytes(source), source, flush: true);
    }

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    /// <inheritdoc/>
    public void RemoveLeftovers(string temporary)
    {
        // By the file system's own clock, which need not be that of this machine.
        var oldest = File.GetLastWriteTimeUtc(temporary) - AtWorkForSure;
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(temporary)!, TemporaryName.Pattern))
        {
            try
            {
                if (TemporaryName.Matches(path) && File.GetLastWriteTimeUtc(path) < oldest)
                    File.Delete(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or somebody else has removed it: not what this run is about.
            }
        }
    }

    /// <inheritdoc/>
    public void FlushDirectory(string path)
    {
        if (!OperatingSystem.IsWindows())
            Posix.FlushDirectory(path);
    }

    /// <inheritdoc/>
    public bool CanFlushFileSystem => OperatingSystem.IsLinux();

    /// <inheritdoc/>
    public void FlushFileSystem(string path)
    {
        if (OperatingSystem.IsLinux())
            Posix.FlushFileSystem(path);
    }
}
