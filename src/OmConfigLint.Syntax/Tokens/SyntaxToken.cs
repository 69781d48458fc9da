using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tokens;

/// <summary>A piece of a text in a format that is read token by token.</summary>
public sealed class SyntaxToken
{
    /// <summary>Creates a token whose content is its source text as it stands.</summary>
    public SyntaxToken(SyntaxTokenKind kind, string source, TextSpan span, TextEscaping? escaping = null)
    {
        Kind = kind;
        Span = span;
        Text = MappedText.Verbatim(this, source, span, escaping ?? TextEscaping.Inert);
    }

    /// <summary>Creates a token whose content has to be read out of its source text.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="span">The whole token, quotes and prefixes included, in UTF-16 offsets.</param>
    /// <param name="read">Makes the content, whose owner is the token that it is given.</param>
    public SyntaxToken(SyntaxTokenKind kind, TextSpan span, Func<SyntaxToken, MappedText> read)
    {
        Kind = kind;
        Span = span;
        Text = read(this);
    }

    /// <summary>What it is.</summary>
    public SyntaxTokenKind Kind { get; }

    /// <summary>The whole token in UTF-16 offsets, quotes and prefixes included.</summary>
    public TextSpan Span { get; }

    /// <summary>The content with its places.</summary>
    public MappedText Text { get; }

    /// <summary>The content.</summary>
    public string Value => Text.Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
