namespace OmConfigLint.Syntax.Tokens;

/// <summary>What a <see cref="SyntaxToken"/> is. An edit never changes it.</summary>
public enum SyntaxTokenKind
{
    /// <summary>A name: a key, an identifier, a keyword, an instruction.</summary>
    Name,

    /// <summary>A value: a quoted string, an unquoted word or the rest of a line, a number.</summary>
    Text,

    /// <summary>Brackets, separators, operators.</summary>
    Punctuation,

    /// <summary>A line break that ends a statement.</summary>
    LineBreak,
}
