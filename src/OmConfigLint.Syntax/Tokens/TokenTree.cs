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
        if (comment.IsTrailing)
            return StatementOn(Lines.LineOf(comment.Span.Start));

        // Over blank lines and further comments to what they all speak of.
        var position = comment.Span.End;
        for (var next = FirstCommentBehind(position); ; next++)
        {
            position = LineBreaks.SkipWhiteSpace(Text, position);
            if (next == Comments.Length || Comments[next].Span.Start != position)
                break;
            position = Comments[next].Span.End;
        }

        return position == Text.Length ? default : StatementOn(Lines.LineOf(position));
    }

    /// <summary>The statement that holds the 0-based <paramref name="line"/>: the line itself, unless the format has longer ones.</summary>
    protected virtual TextSpan StatementOn(int line) => Lines.SpanOf(line);

    private int FirstCommentBehind(int position)
    {
        var (low, high) = (0, Comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Comments[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
