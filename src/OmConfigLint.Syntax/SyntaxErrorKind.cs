namespace OmConfigLint.Syntax;

/// <summary>Why a text has no tree.</summary>
public enum SyntaxErrorKind
{
    /// <summary>The text breaks the rules of its format.</summary>
    Invalid,

    /// <summary>The text goes beyond one of <see cref="SyntaxLimits"/> and was not read.</summary>
    LimitReached,
}
