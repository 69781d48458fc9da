namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>The extent of literal and folded scalars.</summary>
internal static class BlockScalar
{
    /// <summary>
    /// The end of the last content line, line break excluded. A line of blanks is content only where it is longer than the indentation.
    /// </summary>
    public static int EndOfContent(string text, int start, int end, string value)
    {
        var lastLine = value.AsSpan().TrimEnd("\n\r\u0085\u2028\u2029");
        var blankContent = lastLine[(lastLine.LastIndexOfAny("\n\r\u0085\u2028\u2029") + 1)..].Trim(" \t").IsEmpty;
        var indentation = blankContent && !lastLine.IsEmpty ? Indentation(text, start, end, value) : int.MaxValue;
        while (true)
        {
            var lineStart = end;
            while (lineStart > start && !GapLexer.IsLineBreak(text[lineStart - 1]))
                lineStart--;
            var line = text.AsSpan(lineStart, end - lineStart);
            if (!line.Trim(" \t").IsEmpty || line.Length > indentation)
                return end;
            end = lineStart - 1;
            if (text[end] == '\n' && text[end - 1] == '\r')
                end--;
        }
    }

    /// <summary>The columns before the content of the first line with text; 0 where there is none, so that every line of blanks counts.</summary>
    private static int Indentation(string text, int start, int end, string value)
    {
        var position = start + text.AsSpan(start, end - start).IndexOfAny("\n\r\u0085\u2028\u2029");
        var column = 0;
        for (; position >= start && position < end; position++)
        {
            var c = text[position];
            if (GapLexer.IsLineBreak(c))
                column = 0;
            else if (c == ' ')
                column++;
            else
                break;
        }

        var firstLine = value.AsSpan().TrimStart("\n\r\u0085\u2028\u2029");
        return position < end ? column - (firstLine.Length - firstLine.TrimStart(' ').Length) : 0;
    }
}
