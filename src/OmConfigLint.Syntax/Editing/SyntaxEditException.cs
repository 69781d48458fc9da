namespace OmConfigLint.Syntax.Editing;

/// <summary>An edit that cannot be made as text without touching what it must not touch; the message says why, for the user.</summary>
public sealed class SyntaxEditException : Exception
{
    /// <summary>Creates an exception whose <paramref name="message"/> is lower case and without a full stop.</summary>
    public SyntaxEditException(string message)
        : base(message)
    {
    }
}
