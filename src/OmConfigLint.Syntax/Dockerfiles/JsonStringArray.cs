using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>Tells the exec form, a JSON array of strings, from a command that starts with a bracket.</summary>
internal static class JsonStringArray
{
    /// <summary>Finds the brackets, commas and strings of an array from <paramref name="position"/> to the end of the text.</summary>
    /// <returns>False where it is no such array.</returns>
    public static bool TryRead(string text, int position, [NotNullWhen(true)] out List<TextSpan>? parts)
    {
        parts = [new TextSpan(position, 1)];
        position = SkipBlanks(text, position + 1);
        var expectsString = true;
        while (position < text.Length)
        {
            var c = text[position];
            var length = 1;
            if (c == '"' && expectsString)
                length = LengthOfString(text, position);
            else if (c == ']' && (!expectsString || parts.Count == 1))
                return Add(parts, position) && SkipBlanks(text, position + 1) == text.Length;
            else if (c != ',' || expectsString)
                break;
            if (length == 0)
                break;
            expectsString = !expectsString;
            parts.Add(new TextSpan(position, length));
            position = SkipBlanks(text, position + length);
        }

        parts = null;
        return false;
    }

    private static bool Add(List<TextSpan> parts, int position)
    {
        parts.Add(new TextSpan(position, 1));
        return true;
    }

    private static int LengthOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    return i + 1 - start;
                case < ' ':
                    return 0;
                case '\\' when i + 1 == text.Length:
                    return 0;
                case '\\' when text[i + 1] == 'u':
                    for (var end = i + 6; i + 2 < end; i++)
                    {
                        if (i + 2 == text.Length || !char.IsAsciiHexDigit(text[i + 2]))
                            return 0;
                    }

                    i++;
                    break;
                case '\\':
                    if (text[i + 1] is not ('"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'))
                        return 0;
                    i++;
                    break;
            }
        }

        return 0;
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }
}
