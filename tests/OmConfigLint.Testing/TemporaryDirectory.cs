namespace OmConfigLint.Testing;

/// <summary>A directory that is there for one test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Creates an empty directory with files in it.</summary>
    /// <param name="files">Their relative paths, with forward slashes; each holds its own path.</param>
    public TemporaryDirectory(params string[] files)
    {
        foreach (var file in files)
            Write(file, file);
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("omlint-test-").FullName;

    /// <summary>The absolute form of a relative path.</summary>
    public string this[string path] => System.IO.Path.Combine(Path, path);

    /// <summary>Writes a file as UTF-8 and the directories above it; returns its absolute path.</summary>
    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and the directories above it; returns its absolute path.</summary>
    public string Write(string path, byte[] content)
    {
        var fullPath = this[path];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(fullPath)!);
        File.WriteAllBytes(fullPath, content);
        return fullPath;
    }

    /// <summary>Puts a symbolic link where <paramref name="path"/> says, to a target as it is to be written into the link.</summary>
    public string Link(string path, string target)
    {
        var fullPath = this[path];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(fullPath)!);
        return File.CreateSymbolicLink(fullPath, target).FullName;
    }

    /// <summary>Sets the mode of a file or directory; skips the test on Windows.</summary>
    public void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("there are no modes on Windows");
        else
            File.SetUnixFileMode(this[path], mode);
    }

    /// <summary>The mode of a file or directory.</summary>
    public UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(this[path]);

    /// <summary>What a file holds, as UTF-8.</summary>
    public string Read(string path) => File.ReadAllText(this[path]);

    /// <summary>The relative paths of all files and links, sorted.</summary>
    public string[] Files() =>
    [
        .. Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
