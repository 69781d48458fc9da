using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tokens;

/// <summary>
/// A text that is read as a sequence of tokens: everything that is not YAML or JSON. A format's own class adds what its tokens mean together
/// (instructions, entries, commands), as deep as rules need it.
/// </summary>
public abstract class TokenTree : SyntaxTree
{
    private LineMap? _lines;

    /// <summary>Creates a tree.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">All that has a meaning, in order, not overlapping. Between them stand blanks, comments and what only joins lines.</param>
    /// <param name="comments">The comments in order.</param>
    protected TokenTree(string text, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SyntaxComment> comments)
        : base(text)
    {
        Tokens = tokens;
        Comments = comments;
    }

    /// <summary>The tokens in order.</summary>
    public ImmutableArray<SyntaxToken> Tokens { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<SyntaxComment> Comments { get; }

    /// <summary>The lines by LF, CRLF and CR.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <inheritdoc/>
    public sealed override SyntaxEditor CreateEditor() => new TokenEditor(this);

    /// <inheritdoc/>
    public override TextSpan ScopeOf(SyntaxComment comment)
    {
        var line = Lines.LineOf(comment.Span.Start);
        if (comment.IsTrailing)
            return StatementOn(line);
        for (line++; line < Lines.Count; line++)
        {
            var content = Text.AsSpan(Lines.SpanOf(line).Start, Lines.SpanOf(line).Length).TrimStart();
            if (!content.IsEmpty && !IsOwnLineComment(line))
                return StatementOn(line);
        }

        return default;
    }

    /// <summary>The statement that holds the 0-based <paramref name="line"/>: the line itself, unless the format has longer ones.</summary>
    protected virtual TextSpan StatementOn(int line) => Lines.SpanOf(line);

    private bool IsOwnLineComment(int line)
    {
        var span = Lines.SpanOf(line);
        foreach (var comment in Comments)
        {
            if (!comment.IsTrailing && span.Contains(comment.Span))
                return true;
        }

        return false;
    }
}
