using System.Buffers;
using System.Globalization;
using System.Text;
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
        if (!Ascii.IsValid(text))
        {
            found = First(found, IndexOf(text, '\x80', '\x9F', static (text, i) => text[i] != '\x85'));
            found = First(found, IndexOf(text, '\uD800', '\uDFFF', static (text, i) => !IsInPair(text, i)));
            found = First(found, IndexOf(text, '\uFFFE', '\uFFFF', static (_, _) => true));
        }

        return found < 0
            ? null
            : new SyntaxError(
                new TextSpan(found, 1),
                string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)text[found]:X4} is not allowed in YAML"),
                SyntaxErrorKind.Invalid);
    }

    private static int First(int left, int right) => left < 0 ? right : right < 0 ? left : Math.Min(left, right);

    private static int IndexOf(string text, char low, char high, Func<string, int, bool> isForbidden)
    {
        for (var i = 0; ; i++)
        {
            var length = text.AsSpan(i).IndexOfAnyInRange(low, high);
            if (length < 0)
                return -1;
            i += length;
            if (isForbidden(text, i))
                return i;
        }
    }

    private static bool IsInPair(string text, int i) =>
        char.IsHighSurrogate(text[i])
            ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
            : i > 0 && char.IsHighSurrogate(text[i - 1]);
}
