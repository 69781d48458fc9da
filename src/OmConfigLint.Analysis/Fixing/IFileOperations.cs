namespace OmConfigLint.Analysis.Fixing;

/// <summary>What a <see cref="FileTransaction"/> does to the disk, one step each, so that a test can let every step fail.</summary>
/// <remarks>All paths are absolute. All but <see cref="FlushDirectory"/> throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</remarks>
internal interface IFileOperations
{
    /// <summary>True where anything stands at <paramref name="path"/>, even a link to nothing.</summary>
    bool Exists(string path);

    /// <summary>True where nobody may write to the file.</summary>
    bool IsReadOnly(string path);

    /// <summary>True where the file holds exactly <paramref name="content"/>.</summary>
    bool Holds(string path, ReadOnlySpan<byte> content);

    /// <summary>Creates a file where there is none, with mode and owner of another, and flushes it to the disk.</summary>
    void WriteNew(string path, ReadOnlySpan<byte> content, string modeOf);

    /// <summary>Moves a file over another in one step.</summary>
    void Replace(string source, string target);

    /// <summary>Moves a file to where nothing is; fails where something is, even if it came in the same moment.</summary>
    void MoveNew(string source, string target);

    /// <summary>Removes a file.</summary>
    void Delete(string path);

    /// <summary>Flushes the entries of a directory, where the system can: what a power cut would undo, not what other processes see.</summary>
    void FlushDirectory(string path);
}
