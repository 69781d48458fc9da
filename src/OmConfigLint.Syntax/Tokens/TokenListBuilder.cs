using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tokens;

/// <summary>Collects the tokens and comments of a text from left to right.</summary>
internal sealed class TokenListBuilder(string text)
{
    private readonly ImmutableArray<SyntaxToken>.Builder _tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
    private readonly ImmutableArray<SyntaxComment>.Builder _comments = ImmutableArray.CreateBuilder<SyntaxComment>();

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>Adds a token that is read as it stands.</summary>
    public SyntaxToken Add(SyntaxTokenKind kind, int start, int end, TextEscaping? escaping = null) =>
        Add(new SyntaxToken(kind, text, TextSpan.FromBounds(start, end), escaping));

    /// <summary>Adds a token.</summary>
    public SyntaxToken Add(SyntaxToken token)
    {
        _tokens.Add(token);
        return token;
    }

    /// <summary>Adds the line break at <paramref name="position"/>, whose value is <c>\n</c> however it is written; none at the end of the text.</summary>
    /// <returns>The offset behind it.</returns>
    public int AddLineBreak(int position)
    {
        var end = LineBreaks.Skip(text, position);
        if (end > position)
        {
            _tokens.Add(new SyntaxToken(SyntaxTokenKind.LineBreak, TextSpan.FromBounds(position, end), token =>
            {
                var value = new MappedTextBuilder(token, text);
                value.Append(position, end - position, "\n");
                return value.Build(TextSpan.FromBounds(position, end), TextEscaping.Inert);
            }));
        }

        return end;
    }

    /// <summary>Adds the comment that starts at <paramref name="position"/>.</summary>
    /// <returns>The end of its line.</returns>
    public int AddComment(int position) => AddComment(position, LineBreaks.EndOfLine(text, position));

    /// <summary>Adds the comment from <paramref name="position"/> to <paramref name="end"/>.</summary>
    /// <returns>Its end.</returns>
    public int AddComment(int position, int end)
    {
        _comments.Add(new SyntaxComment(TextSpan.FromBounds(position, end), IsTrailing(position)));
        return end;
    }

    /// <summary>The tokens.</summary>
    public ImmutableArray<SyntaxToken> ToTokens() => _tokens.DrainToImmutable();

    /// <summary>The comments.</summary>
    public ImmutableArray<SyntaxComment> ToComments() => _comments.DrainToImmutable();

    private bool IsTrailing(int position)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position > 0 && text[position - 1] is not ('\r' or '\n');
    }
}
