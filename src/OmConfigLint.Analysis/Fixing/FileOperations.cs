using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Fixing;

// The one place that changes files: see BannedSymbols.txt.
#pragma warning disable RS0030

/// <summary>The real disk.</summary>
internal sealed partial class FileOperations : IFileOperations
{
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
    public void WriteNew(string path, ReadOnlySpan<byte> content, string modeOf)
    {
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (!OperatingSystem.IsWindows())
        {
            // First the owner: changing it clears some bits of the mode.
            Posix.CopyOwner(modeOf, path);
            File.SetUnixFileMode(handle, File.GetUnixFileMode(modeOf));
        }

        RandomAccess.Write(handle, content, 0);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    public void Replace(string source, string target) => File.Move(source, target, overwrite: true);

    /// <inheritdoc/>
    public void MoveNew(string source, string target)
    {
        // File.Move looks first and moves then; only a link fails by itself where something has come in between.
        if (OperatingSystem.IsWindows() || !Posix.TryLink(source, target))
            File.Move(source, target, overwrite: false);
        else
            File.Delete(source);
    }

    /// <inheritdoc/>
    public void Delete(string path) => File.Delete(path);

    /// <inheritdoc/>
    public void FlushDirectory(string path)
    {
        if (!OperatingSystem.IsWindows())
            Posix.FlushDirectory(path);
    }
}
