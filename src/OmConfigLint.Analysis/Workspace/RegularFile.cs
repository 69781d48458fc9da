using Microsoft.Win32.SafeHandles;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Opens files for reading, but never a pipe, socket or device, whose opening or reading could take for ever or have effects.</summary>
public static class RegularFile
{
    private static readonly bool IsPosix = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>True where <paramref name="path"/> leads, perhaps over links, to an ordinary file; false for directories, pipes, devices and for nothing.</summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsLinux())
            return Posix.IsRegular(path);
        return File.Exists(path) && !path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith(@"\\.\", StringComparison.Ordinal);
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <exception cref="IOException">It cannot be opened, or is no ordinary file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened, or is a directory.</exception>
    internal static SafeFileHandle Open(string path, out long length)
    {
        // .NET would wait for a writer where the path is a pipe. What Posix cannot open, .NET cannot either, and says why.
        var handle = (IsPosix ? Posix.TryOpen(path) : null)
            ?? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            length = RandomAccess.GetLength(handle);
            return handle;
        }
        catch (NotSupportedException exception)
        {
            handle.Dispose();
            throw new IOException("it is no ordinary file", exception);
        }
    }

    /// <summary>Reads until <paramref name="buffer"/> is full or the file ends; returns the number of bytes.</summary>
    internal static int Fill(SafeFileHandle handle, Span<byte> buffer, long offset)
    {
        var count = 0;
        while (count < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[count..], offset + count);
            if (read == 0)
                break;
            count += read;
        }

        return count;
    }
}
