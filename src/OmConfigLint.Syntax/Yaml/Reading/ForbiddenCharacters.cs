using System.Buffers;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>The characters that PyYAML's reader refuses (YAML 1.1, production c-printable): control characters, lone surrogates, U+FFFE, U+FFFF.</summary>
internal static class ForbiddenCharacters
{
    private static readonly SearchValues<char> AsciiControls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Select(i => (char)i).Except(['\t', '\n', '\r'])]);

    /// <summary>The first such character as an error; null where there is none.</summary>
    public static SyntaxError? Find(string text)
    {
        var found = text.AsSpan().IndexOfAny(AsciiControls);
        var ascii = text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F');
        if (ascii >= 0)
        {
            for (var i = ascii; i < (found < 0 ? text.Length : found); i++)
            {
                var c = text[i];
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    i++;
                else if (c is (>= '\x80' and < '\xA0' and not '\x85') or (>= '\uD800' and < '\uE000') or '\uFFFE' or '\uFFFF')
                    found = i;
            }
        }

        return found < 0
            ? null
            : new SyntaxError(
                new TextSpan(found, 1),
                string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)text[found]:X4} is not allowed in YAML"),
                SyntaxErrorKind.Invalid);
    }
}
