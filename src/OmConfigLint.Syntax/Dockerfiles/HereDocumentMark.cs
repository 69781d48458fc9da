using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>A word <c>&lt;&lt;EOF</c> of an instruction.</summary>
/// <param name="Span">The word in the joined line.</param>
/// <param name="DelimiterStart">Where the delimiter starts, quotes included.</param>
/// <param name="Delimiter">The delimiter without quotes.</param>
/// <param name="StripsTabs">True for <c>&lt;&lt;-EOF</c>.</param>
/// <param name="IsExpanded">True where the delimiter has no quotes.</param>
internal readonly record struct HereDocumentMark(TextSpan Span, int DelimiterStart, string Delimiter, bool StripsTabs, bool IsExpanded)
{
    /// <summary>The marks in a line from <paramref name="position"/> on.</summary>
    public static ImmutableArray<HereDocumentMark> In(string line, int position)
    {
        if (line.IndexOf("<<", position, StringComparison.Ordinal) < 0)
            return [];
        var marks = ImmutableArray.CreateBuilder<HereDocumentMark>();
        for (var quote = '\0'; position < line.Length; position++)
        {
            var c = line[position];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"')
                quote = c;
            else if (c == '\\')
                position++;
            else if (c is '<' or (>= '0' and <= '9') && (position == 0 || line[position - 1] is ' ' or '\t') && TryRead(line, position, out var mark))
            {
                marks.Add(mark);
                position = mark.Span.End - 1;
            }
        }

        return marks.DrainToImmutable();
    }

    private static bool TryRead(string line, int start, out HereDocumentMark mark)
    {
        mark = default;
        var position = start;
        while (position < line.Length && char.IsAsciiDigit(line[position]))
            position++;
        if (string.CompareOrdinal(line, position, "<<", 0, 2) != 0)
            return false;
        position += 2;
        var stripsTabs = position < line.Length && line[position] == '-';
        if (stripsTabs)
            position++;
        var end = position;
        while (end < line.Length && line[end] is not (' ' or '\t'))
            end++;
        var word = line[position..end];
        var isExpanded = word.AsSpan().IndexOfAny("'\"\\") < 0;
        var delimiter = isExpanded ? word : word.Replace("'", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        if (delimiter.Length == 0 || word.Contains('<', StringComparison.Ordinal))
            return false;
        mark = new HereDocumentMark(TextSpan.FromBounds(start, end), position, delimiter, stripsTabs, isExpanded);
        return true;
    }
}
