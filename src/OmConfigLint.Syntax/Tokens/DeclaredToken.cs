namespace OmConfigLint.Syntax.Tokens;

/// <summary>A token that an edit is to bring about, as it will be read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its content.</param>
public readonly record struct DeclaredToken(SyntaxTokenKind Kind, string Value);
