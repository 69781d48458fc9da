namespace OmConfigLint.Syntax.Shell;

/// <summary>Finds where what is kept as text ends: <c>${ … }</c>, <c>$(( … ))</c>, an array.</summary>
internal static class ShellNesting
{
    // A brace within double quotes, where single quotes mean themselves.
    private const char QuotedBrace = '\u0001';

    /// <summary>The offset of the bracket that closes the one before <paramref name="position"/>; -1 where there is none.</summary>
    /// <param name="text">The script.</param>
    /// <param name="position">Behind the opening bracket.</param>
    /// <param name="closing"><c>}</c> or <c>)</c>.</param>
    /// <param name="isQuoted">True within double quotes.</param>
    public static int EndOf(string text, int position, char closing, bool isQuoted)
    {
        var open = new Stack<char>();
        open.Push(closing == '}' && isQuoted ? QuotedBrace : closing);
        for (; position < text.Length; position++)
        {
            var c = text[position];
            var top = open.Peek();
            if (c == '\\')
            {
                position++;
            }
            else if (c == '\'' && top is '}' or ')')
            {
                position = text.IndexOf('\'', position + 1);
                if (position < 0)
                    return -1;
            }
            else if (c == '`')
            {
                position = EndOfBackTicks(text, position);
                if (position < 0)
                    return -1;
            }
            else if (c == '"')
            {
                if (top == '"')
                    open.Pop();
                else
                    open.Push('"');
            }
            else if (c == '$' && position + 1 < text.Length && text[position + 1] is '{' or '(')
            {
                position++;
                open.Push(text[position] == '(' ? ')' : top is '"' or QuotedBrace ? QuotedBrace : '}');
            }
            else if (c == '(' && top == ')')
            {
                open.Push(')');
            }
            else if ((c == '}' && top is '}' or QuotedBrace) || (c == ')' && top == ')'))
            {
                open.Pop();
                if (open.Count == 0)
                    return position;
            }
        }

        return -1;
    }

    /// <summary>The offset of the back-tick that closes the one at <paramref name="position"/>; -1 where there is none.</summary>
    public static int EndOfBackTicks(string text, int position)
    {
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '\\')
                position++;
            else if (text[position] == '`')
                return position;
        }

        return -1;
    }
}
