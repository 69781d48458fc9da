namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Carries the first error from the depth of a reader to its entry.</summary>
internal sealed class UnreadableTextException : Exception
{
    public UnreadableTextException(SyntaxError error)
        : base(error.Message) => Error = error;

    public SyntaxError Error { get; }
}
