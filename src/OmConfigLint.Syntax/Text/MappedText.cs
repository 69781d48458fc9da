using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Text;

/// <summary>
/// The text of one value (a scalar, a string, a word) with its escapes, folding and indentation resolved, and for each part of it where that
/// stands in the source. Rules speak of the value; findings and edits land on the source.
/// </summary>
public sealed class MappedText
{
    private readonly ImmutableArray<MappedSegment> _segments;
    private readonly TextEscaping _escaping;

    internal MappedText(object owner, string value, TextSpan sourceSpan, ImmutableArray<MappedSegment> segments, TextEscaping escaping)
    {
        Owner = owner;
        Value = value;
        SourceSpan = sourceSpan;
        _segments = segments;
        _escaping = escaping;
    }

    /// <summary>The node or token whose text it is.</summary>
    public object Owner { get; }

    /// <summary>The content.</summary>
    public string Value { get; }

    /// <summary>The whole content in the source: between the quotes, from a block scalar's first line on. UTF-16 offsets.</summary>
    public TextSpan SourceSpan { get; }

    /// <summary>A value whose text is written as it is.</summary>
    public static MappedText Verbatim(object owner, string source, TextSpan span, TextEscaping escaping) => new(
        owner,
        source.Substring(span.Start, span.Length),
        span,
        span.IsEmpty ? [] : [new MappedSegment(new TextSpan(0, span.Length), span, IsVerbatim: true)],
        escaping);

    /// <summary>
    /// Where <paramref name="span"/> of the value stands in the source: from its first character to behind its last, indentation before the
    /// first left out, an escape always whole.
    /// </summary>
    public TextSpan ToSource(TextSpan span)
    {
        var start = AfterGap(span.Start);
        return span.IsEmpty ? new TextSpan(start, 0) : TextSpan.FromBounds(start, Math.Max(start, BeforeGap(span.End)));
    }

    /// <summary>True where <paramref name="span"/> of the value is written as it is and in one piece.</summary>
    public bool IsVerbatim(TextSpan span)
    {
        foreach (var segment in _segments)
        {
            if (segment.Value.Contains(span))
                return segment.IsVerbatim;
        }

        return span.IsEmpty;
    }

    /// <summary>The change to the source that makes <paramref name="span"/> of the value <paramref name="newText"/>.</summary>
    /// <exception cref="SyntaxEditException">The value cannot hold the text, or the span cuts an escape in two.</exception>
    public TextChange Replace(TextSpan span, string newText)
    {
        if (CutsSegment(span.Start) || CutsSegment(span.End))
            throw new SyntaxEditException("the text is written with escapes and cannot be edited in part");

        // Whole lines go with the indentation before them, and bring theirs.
        var wholeLines = _escaping.LinePrefix.Length > 0
            && (newText.Length == 0 ? !span.IsEmpty : newText[^1] == '\n')
            && IsLineStart(span.Start) && (IsLineStart(span.End) || span.End == Value.Length);
        var source = wholeLines
            ? TextSpan.FromBounds(BeforeGap(span.Start), BeforeGap(span.End))
            : TextSpan.FromBounds(AfterGap(span.Start), span.IsEmpty ? AfterGap(span.Start) : EndOf(span.End));
        return new TextChange(source, Write(newText, wholeLines));
    }

    private string Write(string newText, bool wholeLines)
    {
        if (_escaping.LineBreak is not { } lineBreak)
            return _escaping.Escape(newText) ?? throw CannotHold();

        var written = new StringBuilder();
        var lines = newText.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                written.Append(lineBreak);
            if (lines[i].Length > 0 && (i > 0 || wholeLines))
                written.Append(_escaping.LinePrefix);
            written.Append(_escaping.Escape(lines[i]) ?? throw CannotHold());
        }

        return written.ToString();

        static SyntaxEditException CannotHold() => new("the new text cannot be written in a value of this style");
    }

    private bool IsLineStart(int position) => position == 0 || Value[position - 1] == '\n';

    private bool CutsSegment(int position)
    {
        foreach (var segment in _segments)
        {
            if (!segment.IsVerbatim && segment.Value.Start < position && position < segment.Value.End)
                return true;
        }

        return false;
    }

    /// <summary>The end of a span that ends at <paramref name="position"/>: where lines are joined, what follows loses its indentation.</summary>
    private int EndOf(int position) =>
        _escaping.LinePrefix.Length > 0 && position < Value.Length && IsLineStart(position) ? AfterGap(position) : BeforeGap(position);

    /// <summary>The source position of the character at <paramref name="position"/>; behind the last one where there is none.</summary>
    private int AfterGap(int position)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var segment = _segments[middle];
            if (position < segment.Value.Start)
                high = middle - 1;
            else if (position >= segment.Value.End)
                low = middle + 1;
            else
                return segment.IsVerbatim ? segment.Source.Start + (position - segment.Value.Start) : segment.Source.Start;
        }

        return _segments.IsEmpty ? SourceSpan.Start : _segments[^1].Source.End;
    }

    /// <summary>The source position behind the character before <paramref name="position"/>; the content's start where there is none.</summary>
    private int BeforeGap(int position)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var segment = _segments[middle];
            if (position <= segment.Value.Start)
                high = middle - 1;
            else if (position > segment.Value.End)
                low = middle + 1;
            else
                return segment.IsVerbatim ? segment.Source.Start + (position - segment.Value.Start) : segment.Source.End;
        }

        return SourceSpan.Start;
    }
}
