using System.Buffers;
using System.Globalization;
using System.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Python;

/// <summary>Writes Python's values as YAML, and YAML's as Python.</summary>
internal static class PythonYaml
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./");

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>A key or string as plain text where YAML reads it as a string, else in double quotes.</summary>
    public static string String(string text) => IsPlain(text) ? text : Quoted(text);

    /// <inheritdoc cref="String"/>
    public static string Key(string name) => name == "<<" ? Quoted(name) : String(name);

    /// <summary>True for what Python and YAML 1.1 read as the same number.</summary>
    public static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        if (digits.IsEmpty || (digits[0] == '0' && digits.Length > 1 && digits[1] != '.') || digits[0] == '.' || digits[^1] == '.')
            return false;
        return !digits.ContainsAnyExcept(NumberCharacters) && digits.Count('.') <= 1;
    }

    /// <summary>A scalar as Python writes it; null where it has no counterpart.</summary>
    /// <param name="text">The content.</param>
    /// <param name="isString">True where it is a string whatever it looks like.</param>
    /// <param name="quote">The quotation mark for strings.</param>
    public static string? ToPython(string text, bool isString, char quote)
    {
        if (isString)
            return Literal(text, quote);
        return text switch
        {
            "true" => "True",
            "false" => "False",
            "null" or "~" or "" => "None",
            _ when IsNumber(text) => text,
            _ => Yaml11Schema.Resolve(text) == YamlScalarType.String ? Literal(text, quote) : null,
        };
    }

    /// <summary>A string literal.</summary>
    public static string Literal(string text, char quote)
    {
        var literal = new StringBuilder(text.Length + 2).Append(quote);
        foreach (var c in text)
        {
            if (c == quote || c is '\\' or < ' ' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' or '\uFEFF')
                literal.Append(PythonEscape.Of(c));
            else
                literal.Append(c);
        }

        return literal.Append(quote).ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan().ContainsAnyExcept(PlainCharacters) && Yaml11Schema.Resolve(text) == YamlScalarType.String;

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(c);
                    break;
                case '\n':
                    quoted.Append("\\n");
                    break;
                case '\t':
                    quoted.Append("\\t");
                    break;
                case < ' ' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' or '\uFEFF':
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    quoted.Append(c);
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }
}
