using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The few calls of the C library that .NET does not offer, and without which reading can hang and writing can lose something.</summary>
internal static partial class Posix
{
    private const int FileExists = 17;

    /// <summary>Stands for the current directory where a call takes one.</summary>
    private const int CurrentDirectory = -100;

    // O_NONBLOCK and O_CLOEXEC.
    private static readonly int ReadFlags = OperatingSystem.IsLinux() ? 0x800 | 0x80000 : 0x4 | 0x1000000;

    /// <summary>Opens a file for reading; a pipe without a writer does not block. Null where the system refuses.</summary>
    public static SafeFileHandle? TryOpen(string path)
    {
        var descriptor = Open(path, ReadFlags);
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Gives a file a second name, where nothing has that name.</summary>
    /// <returns>False where the file system has no such links.</returns>
    /// <exception cref="IOException">Something has the name.</exception>
    public static bool TryLink(string existing, string created)
    {
        if (Link(existing, created) == 0)
            return true;
        return Marshal.GetLastPInvokeError() == FileExists ? throw new IOException("it exists already") : false;
    }

    /// <summary>Flushes a file; on Linux only. .NET's own call says nothing where the system could not write after all.</summary>
    /// <exception cref="IOException">The system could not write.</exception>
    public static void FlushFile(SafeFileHandle file)
    {
        const int Interrupted = 4;
        const int InvalidArgument = 22;
        const int ReadOnlyFileSystem = 30;
        const int NotSupported = 95;
        while (Flush(file) != 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    continue;
                case InvalidArgument or ReadOnlyFileSystem or NotSupported:
                    // There is nothing to flush on such a file system.
                    return;
                case var error:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    /// <summary>Flushes the entries of a directory.</summary>
    public static void FlushDirectory(string path)
    {
        using var handle = TryOpen(path);
        // Some file systems cannot flush directories; the files themselves have been flushed.
        if (handle is not null)
            _ = Flush(handle);
    }

    /// <summary>Flushes the file system that holds a directory; on Linux only.</summary>
    public static void FlushFileSystem(string directory)
    {
        using var handle = TryOpen(directory);
        if (handle is not null)
            _ = FlushAll(handle);
    }

    /// <summary>Gives a file the owner and group of another, where that is needed and allowed; the system's administrator alone may give files away.</summary>
    public static void CopyOwner(string from, string to)
    {
        // Only Linux has a call whose result is laid out the same everywhere.
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            if (TryGetOwner(from, out var wanted) && TryGetOwner(to, out var present) && wanted != present)
                _ = ChangeOwner(to, wanted.User, wanted.Group);
        }
        catch (EntryPointNotFoundException)
        {
            // An old musl without statx: as on every other system, the owner is whoever runs omlint.
        }
    }

    /// <summary>True where <paramref name="path"/> leads, perhaps over links, to an ordinary file; on Linux only.</summary>
    public static bool IsRegular(string path)
    {
        const uint Kind = 0x1;
        const uint KindBits = 0xF000;
        const uint RegularKind = 0x8000;
        Span<uint> status = stackalloc uint[64];
        try
        {
            return Status(CurrentDirectory, path, 0, Kind, ref status[0]) == 0 && (status[7] & KindBits) == RegularKind;
        }
        catch (EntryPointNotFoundException)
        {
            // An old musl without statx: better no file of anyone's is taken for replaceable.
            return false;
        }
    }

    private static bool TryGetOwner(string path, out (uint User, uint Group) owner)
    {
        const uint UserAndGroup = 0x8 | 0x10;
        Span<uint> status = stackalloc uint[64];
        var isKnown = Status(CurrentDirectory, path, 0, UserAndGroup, ref status[0]) == 0;
        owner = (status[5], status[6]);
        return isKnown;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int directory, string path, int flags, uint mask, ref uint status);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string created);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "syncfs")]
    private static partial int FlushAll(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(SafeFileHandle file);
}
