using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>A statement over several lines as one text: what only joins the lines is left out. Knows where each part stands in the source.</summary>
/// <param name="source">The source text.</param>
/// <param name="start">Where it starts in the source.</param>
internal sealed class JoinedText(string source, int start)
{
    private readonly StringBuilder _builder = new();
    private readonly List<(int Start, TextSpan Source)> _segments = [];
    private string? _text;

    /// <summary>The text.</summary>
    public string Text => _text ??= _builder.ToString();

    /// <summary>Adds source text behind what there is.</summary>
    public void Append(TextSpan span)
    {
        if (span.IsEmpty)
            return;
        _segments.Add((_builder.Length, span));
        _builder.Append(source, span.Start, span.Length);
        _text = null;
    }

    /// <summary>The source position of the character at <paramref name="position"/>; behind the last one where there is none.</summary>
    public int ToSource(int position)
    {
        if (_segments.Count == 0)
            return start;
        var segment = _segments[SegmentAt(position)];
        return segment.Source.Start + Math.Min(position - segment.Start, segment.Source.Length);
    }

    /// <summary>The source from the first to behind the last character of <paramref name="start"/>..<paramref name="end"/>.</summary>
    public TextSpan ToSource(int start, int end) =>
        end == start ? new TextSpan(ToSource(start), 0) : TextSpan.FromBounds(ToSource(start), ToSource(end - 1) + 1);

    /// <summary>Adds a part to a value as it stands.</summary>
    public void AppendTo(MappedTextBuilder value, int start, int end)
    {
        for (var i = start < end ? SegmentAt(start) : _segments.Count; i < _segments.Count && _segments[i].Start < end; i++)
        {
            var (segmentStart, span) = _segments[i];
            var from = Math.Max(start, segmentStart);
            value.Append(span.Start + (from - segmentStart), Math.Min(end, segmentStart + span.Length) - from);
        }
    }

    /// <summary>Adds a part to a value as one escape.</summary>
    public void AppendTo(MappedTextBuilder value, int start, int end, string meaning)
    {
        var span = ToSource(start, end);
        value.Append(span.Start, span.Length, meaning);
    }

    private int SegmentAt(int position)
    {
        var (low, high) = (0, _segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
