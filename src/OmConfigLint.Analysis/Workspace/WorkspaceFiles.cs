using OmConfigLint.Syntax;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The files around the one that is analysed, as rules and fixes may see them.</summary>
public abstract class WorkspaceFiles
{
    /// <summary>True where anything stands at <paramref name="path"/> (relative to the run's root, forward slashes).</summary>
    public abstract bool Exists(string path);

    /// <summary>The absolute form of <paramref name="path"/>.</summary>
    public abstract string GetFullPath(string path);

    /// <summary>Reads the file at <paramref name="path"/>; null where it cannot be read as text.</summary>
    public abstract SourceFile? TryOpen(string path);

    /// <summary>The facts of the whole tree.</summary>
    public abstract WorkspaceIndex Index { get; }

    /// <summary>Reads and parses the file at <paramref name="path"/>; null where that fails.</summary>
    public (SourceFile File, SyntaxTree Tree)? TryParse(string path) =>
        TryOpen(path) is { } file && FileFormats.TryParse(file, out var tree, out _) ? (file, tree) : null;
}
