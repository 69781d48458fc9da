namespace OmConfigLint.Analysis.Workspace;

/// <summary>What reading a file came to: <see cref="Irrelevant"/>, <see cref="Text"/>, <see cref="Deferred"/> or <see cref="Problem"/>.</summary>
public abstract record FileContent
{
    private FileContent()
    {
    }

    /// <summary>The bytes show that the file holds nothing omlint knows.</summary>
    public sealed record Irrelevant : FileContent
    {
        private Irrelevant()
        {
        }

        internal static Irrelevant Instance { get; } = new();
    }

    /// <summary>The file may matter and is text.</summary>
    /// <param name="File">The file as it was read.</param>
    public sealed record Text(SourceFile File) : FileContent;

    /// <summary>The file may matter and is text, which was let go to save memory and is read again when its turn comes.</summary>
    /// <param name="HasFactMarker">True where the text may tell the rest of the tree something.</param>
    public sealed record Deferred(bool HasFactMarker) : FileContent;

    /// <summary>The file may matter, or the user named it, and it could not be read.</summary>
    /// <param name="Kind">Why.</param>
    /// <param name="Message">The fact, to be read behind the path.</param>
    public sealed record Problem(FileProblemKind Kind, string Message) : FileContent;
}
