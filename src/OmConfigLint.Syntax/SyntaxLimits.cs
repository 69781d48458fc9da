namespace OmConfigLint.Syntax;

/// <summary>Bounds that keep hostile input from taking time or stack.</summary>
/// <param name="MaxDepth">Nested collections, flow or block.</param>
/// <param name="MaxDocuments">Documents in one stream.</param>
public sealed record SyntaxLimits(int MaxDepth = 500, int MaxDocuments = 10_000)
{
    /// <summary>The bounds that omlint states in its documentation.</summary>
    public static SyntaxLimits Default { get; } = new();
}
