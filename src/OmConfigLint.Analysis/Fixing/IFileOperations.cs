namespace OmConfigLint.Analysis.Fixing;

/// <summary>What a <see cref="FileTransaction"/> does to the disk, one step each, so that a test can let every step fail.</summary>
/// <remarks>All paths are absolute. All that change or compare a file throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</remarks>
internal interface IFileOperations
{
    /// <summary>True where anything stands at <paramref name="path"/>, even a link to nothing.</summary>
    bool Exists(string path);

    /// <summary>True where nobody may write to the file.</summary>
    bool IsReadOnly(string path);

    /// <summary>True where the file holds exactly <paramref name="content"/>.</summary>
    bool Holds(string path, ReadOnlySpan<byte> content);

    /// <summary>Creates a file where there is none, with mode and owner of another if one is named, and flushes it to the disk if asked to.</summary>
    void WriteNew(string path, ReadOnlySpan<byte> content, string? modeOf, bool flush);

    /// <summary>Moves a file over another in one step.</summary>
    void Replace(string source, string target);

    /// <summary>Puts a file to where nothing is, and fails where something is, even if it came in the same moment. The source stays.</summary>
    void Place(string source, string target);

    /// <summary>Removes a file; does nothing where there is none.</summary>
    void Delete(string path);

    /// <summary>
    /// Removes what a killed process left beside <paramref name="temporary"/>: files of the same kind that are so much older that nobody is at
    /// work on them any more. What cannot be removed stays.
    /// </summary>
    void RemoveLeftovers(string temporary);

    /// <summary>Flushes the entries of a directory, where the system can: what a power cut would undo, not what other processes see.</summary>
    void FlushDirectory(string path);

    /// <summary>True where <see cref="FlushFileSystem"/> does something.</summary>
    bool CanFlushFileSystem { get; }

    /// <summary>Flushes all that was written to the file system that holds a directory.</summary>
    void FlushFileSystem(string path);
}
