namespace OmConfigLint.Rules.Pages;

/// <summary>Leaves <see cref="FrontMatterReader"/> from inside a value.</summary>
internal sealed class FrontMatterException(PageError error) : Exception(error.Message)
{
    /// <summary>What is wrong.</summary>
    public PageError Error { get; } = error;
}
