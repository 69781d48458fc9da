namespace OmConfigLint.Syntax.Text;

/// <summary>Finds the ends of lines by LF, CRLF and CR, as <see cref="LineMap"/> does, for readers that go through a text once.</summary>
internal static class LineBreaks
{
    /// <summary>The offset of the first line break at or behind <paramref name="position"/>, or the end of the text.</summary>
    public static int EndOfLine(string text, int position)
    {
        var length = text.AsSpan(position).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : position + length;
    }

    /// <summary>The offset behind the line break at <paramref name="position"/>; the same offset where there is none.</summary>
    public static int Skip(string text, int position)
    {
        if (position < text.Length && text[position] == '\r')
            return position + 1 < text.Length && text[position + 1] == '\n' ? position + 2 : position + 1;
        return position < text.Length && text[position] == '\n' ? position + 1 : position;
    }

    /// <summary>The offset behind blanks and tabs from <paramref name="position"/> on.</summary>
    public static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }

    /// <summary>The offset behind blanks, tabs and line breaks from <paramref name="position"/> on.</summary>
    public static int SkipWhiteSpace(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\r' or '\n' or '\f')
            position++;
        return position;
    }

    /// <summary>The end of <paramref name="start"/>..<paramref name="end"/> without the blanks and tabs before <paramref name="end"/>.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\t' or '\r' or '\f')
            end--;
        return end;
    }
}
