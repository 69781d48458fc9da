namespace OmConfigLint.Analysis.Workspace;

/// <summary>Why a file could not be read as text.</summary>
public enum FileProblemKind
{
    /// <summary>It is longer than <see cref="ReadLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>It holds NUL characters: a binary file, or UTF-16 or UTF-32 that cannot be told from one.</summary>
    NotText,

    /// <summary>It is neither valid UTF-8 nor valid UTF-16 with a byte order mark.</summary>
    InvalidEncoding,

    /// <summary>The system refuses it, or it is no ordinary file, or it vanished.</summary>
    Unreadable,
}
