// Reports are no files of the user's: the second place, beside FileOperations, that may write.
#pragma warning disable RS0030

namespace OmConfigLint.Cli;

/// <summary>A report on its way to a file: it appears there complete, or not at all.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _isComplete;

    /// <summary>Opens a temporary file beside <paramref name="path"/>.</summary>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written there.</exception>
    public ReportFile(string path)
    {
        _path = path;
        _temporary = path + "." + Path.GetRandomFileName();
        Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>Takes the report.</summary>
    public FileStream Stream { get; }

    /// <summary>Puts the report in place.</summary>
    public void Complete()
    {
        Stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        _isComplete = true;
    }

    /// <summary>Throws an incomplete report away.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_isComplete)
            File.Delete(_temporary);
    }
}
