namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Finds the bracket that a broken text does not close.</summary>
internal static class FlowBrackets
{
    /// <summary>
    /// Follows the brackets from <paramref name="position"/>, where those of <paramref name="open"/> are open, to the end of the text.
    /// </summary>
    /// <returns>The offset of the innermost bracket before <paramref name="noticed"/> that stays open; -1 if none.</returns>
    public static int FindUnclosed(string text, IReadOnlyList<int> open, int position, int noticed)
    {
        var stack = new List<int>(open);
        while (position < text.Length)
        {
            switch (text[position])
            {
                case '[' or '{':
                    stack.Add(position);
                    break;
                case ']' or '}' when stack.Count > 0:
                    stack.RemoveAt(stack.Count - 1);
                    break;
                case '#' when IsAfterWhiteSpace(text, position):
                    position = GapLexer.EndOfLine(text, position, text.Length);
                    continue;
                case '\'' or '"' when IsAfterWhiteSpace(text, position) || text[position - 1] is '[' or '{' or ',' or ':':
                    position = EndOfQuoted(text, position);
                    continue;
            }

            position++;
        }

        var found = stack.FindLastIndex(bracket => bracket < noticed);
        return found < 0 ? -1 : stack[found];
    }

    private static bool IsAfterWhiteSpace(string text, int position) => position == 0 || char.IsWhiteSpace(text[position - 1]);

    private static int EndOfQuoted(string text, int position)
    {
        var quote = text[position];
        for (position++; position < text.Length; position++)
        {
            if (text[position] == quote)
                return position + 1;
            if (quote == '"' && text[position] == '\\')
                position++;
        }

        return text.Length;
    }
}
