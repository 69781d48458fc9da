using System.Globalization;

namespace OmConfigLint.Syntax.Python;

/// <summary>A backslash in a string that is not raw, and what it stands for.</summary>
/// <param name="Length">How many characters of source text it takes.</param>
/// <param name="Value">What they mean; null where they mean themselves; empty for a line break that is joined.</param>
/// <remarks>Python's reference manual, "String and Bytes literals", table of escape sequences.</remarks>
internal readonly record struct PythonEscape(int Length, string? Value)
{
    /// <summary>What stands for a character that is given by its Unicode name: omlint does not know the names.</summary>
    public const string NamedCharacter = "\uFFFD";

    /// <summary>More characters than the longest Unicode name with its braces has.</summary>
    public const int LongestName = 128;

    /// <summary>Reads the escape at <paramref name="position"/>; at least one character stands behind the backslash.</summary>
    public static PythonEscape At(string source, int position, int end, bool isBytes)
    {
        var c = source[position + 1];
        switch (c)
        {
            case '\n':
                return new(2, "");
            case '\r':
                return new(position + 2 < end && source[position + 2] == '\n' ? 3 : 2, "");
            case >= '0' and <= '7':
                var digits = 1;
                while (digits < 3 && position + 1 + digits < end && source[position + 1 + digits] is >= '0' and <= '7')
                    digits++;
                var code = 0;
                for (var i = 0; i < digits; i++)
                    code = (code * 8) + (source[position + 1 + i] - '0');
                return new(1 + digits, ((char)(isBytes ? code & 0xFF : code)).ToString());
            case 'x':
                return Hexadecimal(source, position, end, 2);
            case 'u' when !isBytes:
                return Hexadecimal(source, position, end, 4);
            case 'U' when !isBytes:
                return Hexadecimal(source, position, end, 8);
            case 'N' when !isBytes && position + 2 < end && source[position + 2] == '{':
                var close = source.AsSpan(position, Math.Min(end - position, LongestName)).IndexOf('}');
                return close > 0 ? new(close + 1, NamedCharacter) : new(2, "\\N");
            case '{' or '}':
                return new(1, null);
            default:
                // An unknown escape stands for itself, but its two characters belong together.
                var simple = c switch
                {
                    '\\' or '\'' or '"' => c.ToString(),
                    'a' => "\a", 'b' => "\b", 'f' => "\f", 'n' => "\n", 'r' => "\r", 't' => "\t", 'v' => "\v",
                    _ => "\\" + c,
                };
                return new(2, simple);
        }
    }

    /// <summary>Writes <paramref name="c"/> as an escape.</summary>
    public static string Of(char c) => c switch
    {
        '\\' or '\'' or '"' => "\\" + c,
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < '\u0100' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
    };

    private static PythonEscape Hexadecimal(string source, int position, int end, int digits)
    {
        if (position + 2 + digits > end
            || !uint.TryParse(source.AsSpan(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            return new(2, source.Substring(position, 2));
        }

        return new(2 + digits, code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32((int)code));
    }
}
