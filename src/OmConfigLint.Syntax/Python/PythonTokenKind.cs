namespace OmConfigLint.Syntax.Python;

/// <summary>What a token is to Python's lexer; finer than <see cref="Tokens.SyntaxTokenKind"/>.</summary>
internal enum PythonTokenKind : byte
{
    /// <summary>An identifier or a keyword.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The prefix and opening quotes of a string.</summary>
    StringStart,

    /// <summary>The text of a string up to its end or to the next replacement field; may be empty.</summary>
    StringText,

    /// <summary>The closing quotes of a string.</summary>
    StringEnd,

    /// <summary><c>(</c>, <c>[</c>, <c>{</c>, and the <c>{</c> of a replacement field.</summary>
    Open,

    /// <summary>The counterpart of <see cref="Open"/>.</summary>
    Close,

    /// <summary>Operators and delimiters.</summary>
    Operator,

    /// <summary>The white space at the start of a logical line.</summary>
    Indentation,

    /// <summary>The end of a logical line.</summary>
    LineBreak,
}
