namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Finds the bracket that a broken text does not close.</summary>
internal static class FlowBrackets
{
    /// <summary>
    /// Follows the brackets from <paramref name="position"/>, where those of <paramref name="open"/> are open, to <paramref name="end"/>.
    /// </summary>
    /// <returns>The offset of the innermost bracket still open; -1 if none.</returns>
    public static int FindUnclosed(string text, IReadOnlyList<int> open, int position, int end)
    {
        var stack = new List<int>(open);
        while (position < end)
        {
            switch (text[position])
            {
                case '[' or '{':
                    stack.Add(position);
                    break;
                case ']' or '}' when stack.Count > 0:
                    stack.RemoveAt(stack.Count - 1);
                    break;
                case '#' when position == 0 || char.IsWhiteSpace(text[position - 1]):
                    position = GapLexer.EndOfLine(text, position, end);
                    continue;
                case '\'' or '"' when position == 0 || !char.IsLetterOrDigit(text[position - 1]):
                    position = EndOfQuoted(text, position, end);
                    continue;
            }

            position++;
        }

        return stack.Count > 0 ? stack[^1] : -1;
    }

    private static int EndOfQuoted(string text, int position, int end)
    {
        var quote = text[position];
        for (position++; position < end; position++)
        {
            if (text[position] == quote)
                return position + 1;
            if (quote == '"' && text[position] == '\\')
                position++;
        }

        return end;
    }
}
