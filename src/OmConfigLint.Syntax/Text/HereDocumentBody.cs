using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Text;

/// <summary>Finds the body of a here-document and reads it.</summary>
internal static class HereDocumentBody
{
    /// <summary>Finds the line that is <paramref name="delimiter"/>.</summary>
    /// <param name="text">The source text.</param>
    /// <param name="start">The start of the first line.</param>
    /// <param name="delimiter">The delimiter without quotes.</param>
    /// <param name="stripsTabs">True for <c>&lt;&lt;-</c>: tabs may stand before it.</param>
    /// <param name="closing">The delimiter in that line.</param>
    public static bool TryFindEnd(string text, int start, string delimiter, bool stripsTabs, out TextSpan closing)
    {
        for (var position = start; position < text.Length;)
        {
            var end = LineBreaks.EndOfLine(text, position);
            var content = position;
            while (stripsTabs && content < end && text[content] == '\t')
                content++;
            closing = TextSpan.FromBounds(content, end);
            if (text.AsSpan(content, end - content).SequenceEqual(delimiter))
                return true;
            position = LineBreaks.Skip(text, end);
        }

        closing = default;
        return false;
    }

    /// <summary>The body as a token.</summary>
    /// <param name="text">The source text.</param>
    /// <param name="start">The start of the first line.</param>
    /// <param name="end">The start of the line with the delimiter.</param>
    /// <param name="stripsTabs">True for <c>&lt;&lt;-</c>.</param>
    /// <param name="hasEscapes">True where a backslash takes the meaning from <c>$</c>, back-tick and itself, and joins lines.</param>
    public static SyntaxToken Read(string text, int start, int end, bool stripsTabs, bool hasEscapes)
    {
        var span = TextSpan.FromBounds(start, end);
        return new SyntaxToken(SyntaxTokenKind.Text, span, token =>
        {
            var value = new MappedTextBuilder(token, text);
            var tabs = 0;
            for (var position = start; position < end;)
            {
                var content = position;
                while (stripsTabs && content < end && text[content] == '\t')
                    content++;
                tabs = Math.Max(tabs, content - position);
                position = AppendLine(value, text, content, end, hasEscapes);
            }

            return value.Build(span, new LinesEscaping(LineBreakOf(text, start), new string('\t', tabs), hasEscapes ? "$`\\" : ""));
        });
    }

    /// <summary>Adds lines to a value as they are; each line break is <c>\n</c>.</summary>
    public static void AppendLines(MappedTextBuilder value, string text, int start, int end)
    {
        while (start < end)
            start = AppendLine(value, text, start, end, hasEscapes: false);
    }

    /// <summary>The line break that ends the line before <paramref name="start"/>.</summary>
    public static string LineBreakOf(string text, int start) =>
        start >= 2 && text[start - 2] == '\r' && text[start - 1] == '\n' ? "\r\n" : start >= 1 && text[start - 1] == '\r' ? "\r" : "\n";

    private static int AppendLine(MappedTextBuilder value, string text, int position, int end, bool hasEscapes)
    {
        while (position < end)
        {
            var length = text.AsSpan(position, end - position).IndexOfAny('\r', '\n', hasEscapes ? '\\' : '\n');
            if (length < 0)
                length = end - position;
            value.Append(position, length);
            position += length;
            if (position == end)
                return end;
            if (text[position] != '\\')
                return AppendLineBreak(value, text, position);

            if (position + 1 < end && text[position + 1] is '$' or '`' or '\\')
            {
                value.Append(position, 2, text[position + 1].ToString());
                position += 2;
            }
            else if (position + 1 < end && text[position + 1] is '\r' or '\n')
            {
                position = LineBreaks.Skip(text, position + 1);
            }
            else
            {
                value.Append(position++, 1);
            }
        }

        return position;
    }

    private static int AppendLineBreak(MappedTextBuilder value, string text, int position)
    {
        var end = LineBreaks.Skip(text, position);
        if (text[position] == '\n')
            value.Append(position, 1);
        else
            value.Append(position, end - position, "\n");
        return end;
    }
}
