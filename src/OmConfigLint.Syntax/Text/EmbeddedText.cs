using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Text;

/// <summary>
/// The text of a document that stands inside a file: in one value (a block scalar), in several (the lines of a notebook's cell), or in parts of
/// one (lines behind a common indentation). What stands between the parts was put there for the reader, as the stand-in for a template's
/// expression: it has a place, but is never edited.
/// </summary>
public class EmbeddedText
{
    private readonly ImmutableArray<EmbeddedPart> _parts;
    private readonly string _indentation;

    /// <summary>Creates the text of a document in one value, whole.</summary>
    public EmbeddedText(MappedText text)
        : this(text.Value, [new EmbeddedPart(0, text, 0, text.Value.Length)])
    {
    }

    /// <summary>Creates a text of parts.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="parts">Its parts in order; at least one.</param>
    /// <param name="indentation">What stands in the values before each line of the document and is not part of it.</param>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public EmbeddedText(string text, ImmutableArray<EmbeddedPart> parts, string indentation = "")
    {
        if (parts.IsEmpty)
            throw new ArgumentException("an inner document stands in at least one value", nameof(parts));
        Text = text;
        _parts = parts;
        _indentation = indentation;
    }

    /// <summary>The document's text.</summary>
    public string Text { get; }

    /// <summary>The parts in order.</summary>
    public ImmutableArray<EmbeddedPart> Parts => _parts;

    /// <summary>Where <paramref name="span"/> of the document stands in the text around it; what lies between two parts counts to the first.</summary>
    public TextSpan ToSource(TextSpan span)
    {
        var start = PositionOf(span.Start, isEnd: false);
        return span.IsEmpty ? new TextSpan(start, 0) : TextSpan.FromBounds(start, Math.Max(start, PositionOf(span.End, isEnd: true)));
    }

    /// <summary>True where <paramref name="span"/> of the document holds text that stands for something else.</summary>
    public virtual bool HoldsStandIn(TextSpan span)
    {
        var position = span.Start;
        for (var i = Math.Max(0, IndexAt(position)); i < _parts.Length && position < span.End && _parts[i].Start <= position; i++)
            position = Math.Max(position, _parts[i].Start + _parts[i].Length);
        return position < span.End;
    }

    /// <summary>
    /// What a person would write beside the document for <paramref name="text"/>, which was made of it: stand-ins resolved, in the language
    /// around it.
    /// </summary>
    public virtual string Present(string text) => text;

    /// <summary>Declares in <paramref name="host"/> what <paramref name="inner"/> does to the document.</summary>
    /// <exception cref="SyntaxEditException">A change lies across what is not the document's own text.</exception>
    internal virtual void Embed(SyntaxEditor host, SyntaxEditor inner)
    {
        foreach (var change in inner.GetChanges())
        {
            foreach (var (part, span, newText) in ToParts(change))
                host.ReplaceText(part, span, newText);
        }
    }

    /// <summary>Looks for the document as <paramref name="inner"/> declares it in <paramref name="edited"/>, the edited tree around it.</summary>
    /// <returns>Null where it is there, or where the proof of the values says so already; else the difference, for the user.</returns>
    internal virtual string? FindDifference(SyntaxTree edited, SyntaxEditor inner) => null;

    /// <summary>
    /// The changes to the values that make <paramref name="change"/> to the document: one, unless it takes text from several that follow each
    /// other. New text goes into the first.
    /// </summary>
    /// <returns>The value, where in it, and what stands there instead.</returns>
    /// <exception cref="SyntaxEditException">It lies across what is no text of the document's own.</exception>
    internal IEnumerable<(MappedText Text, TextSpan Span, string NewText)> ToParts(TextChange change)
    {
        var (first, last) = PartsOf(change.Span);
        var newText = change.NewText!;
        for (var start = change.Span.Start; ;)
        {
            var end = first;
            while (end < last && _parts[end + 1].Text == _parts[first].Text)
                end++;
            var span = TextSpan.FromBounds(start, Math.Min(change.Span.End, _parts[end].Start + _parts[end].Length));
            if (!span.IsEmpty || newText.Length > 0)
                yield return ToPart(first, end, span, newText);
            if (end == last)
                break;
            (first, start, newText) = (end + 1, span.End, "");
        }
    }

    private (MappedText Text, TextSpan Span, string NewText) ToPart(int first, int last, TextSpan span, string newText)
    {
        var start = EndOf(first, span.Start);
        var end = span.IsEmpty ? start : EndOf(last, span.End);
        if (_indentation.Length == 0)
            return (_parts[first].Text, TextSpan.FromBounds(start, end), newText);

        // Whole lines go with the indentation before them, and bring theirs.
        var isWholeLines = IsLineStart(span.Start)
            && (span.IsEmpty ? newText is [.., '\n'] : IsLineStart(span.End) && newText is "" or [.., '\n']);
        if (isWholeLines)
        {
            start = BeforeLine(first, span.Start);
            end = span.IsEmpty ? start : EndOf(last, span.End);
        }

        return (_parts[first].Text, TextSpan.FromBounds(start, end), Indent(newText, isWholeLines));
    }

    private (int First, int Last) PartsOf(TextSpan span)
    {
        var first = IndexAt(span.Start);
        if (first < 0 || span.Start > _parts[first].Start + _parts[first].Length)
            throw Across();
        var last = first;
        for (; _parts[last].Start + _parts[last].Length < span.End; last++)
        {
            // Nothing that is not the document's stands between.
            if (last + 1 == _parts.Length || _parts[last + 1].Start != _parts[last].Start + _parts[last].Length)
                throw Across();
        }

        return (first, last);

        static SyntaxEditException Across() => new("the text is put together from several places and cannot be edited across them");
    }

    private int EndOf(int part, int position) => _parts[part].TextStart + (position - _parts[part].Start);

    private int BeforeLine(int part, int position)
    {
        if (position > _parts[part].Start)
            return EndOf(part, position);
        return part > 0 && _parts[part - 1].Text == _parts[part].Text
            ? _parts[part - 1].TextStart + _parts[part - 1].Length
            : Math.Max(0, _parts[part].TextStart - _indentation.Length);
    }

    private string Indent(string text, bool isWholeLines)
    {
        var lines = text.Split('\n');
        for (var i = isWholeLines ? 0 : 1; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
                lines[i] = _indentation + lines[i];
        }

        return string.Join('\n', lines);
    }

    private bool IsLineStart(int position) => position == 0 || position == Text.Length || Text[position - 1] == '\n';

    private int PositionOf(int position, bool isEnd)
    {
        var index = IndexAt(isEnd && position > 0 ? position - 1 : position);
        if (index < 0)
            return _parts[0].Text.SourceSpan.Start;
        var part = _parts[index];
        var offset = Math.Min(position - part.Start, part.Length);
        var span = isEnd && offset > 0 ? new TextSpan(part.TextStart + offset - 1, 1) : new TextSpan(part.TextStart + offset, 0);
        var source = part.Text.ToSource(span);
        return isEnd ? source.End : source.Start;
    }

    /// <summary>The last part that starts at or before <paramref name="position"/>; -1 where there is none.</summary>
    private int IndexAt(int position)
    {
        var (low, high) = (0, _parts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Start <= position)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }
}
