using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>One file of a <see cref="FileTransaction"/> on its way to the disk.</summary>
/// <param name="file">The file as it is to be.</param>
/// <param name="before">The file as it was read; null for a created one.</param>
/// <param name="modeOf">The file whose mode and owner it takes; null for those of new files.</param>
internal sealed class PendingWrite(SourceFile file, SourceFile? before, string? modeOf)
{
    /// <summary>The file as it is to be.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The file as it was read; null for a created one.</summary>
    public SourceFile? Before { get; } = before;

    /// <summary>The absolute path of the file whose mode and owner it takes; null for those of new files.</summary>
    public string? ModeOf { get; } = modeOf;

    /// <summary>The absolute path to write to: that of the file itself where its path is a link.</summary>
    public string Target { get; set; } = file.FullPath;

    /// <summary>True where the content is flushed before it is moved into place.</summary>
    public bool IsFlushed { get; set; }

    /// <summary>The new content beside the target; null where there is none (any more).</summary>
    public string? Temporary { get; set; }

    /// <summary>The old content beside the target; null where there is none (any more).</summary>
    public string? Backup { get; set; }

    /// <summary>True once the target has its new content.</summary>
    public bool IsPublished { get; set; }
}
