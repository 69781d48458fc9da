using System.Buffers;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>How a string literal is written: its prefix and quotes.</summary>
/// <param name="prefix">The letters before the quotes, in any case.</param>
/// <param name="quote">The quotation mark.</param>
/// <param name="isTriple">True where it stands three times at either end.</param>
/// <param name="lineBreak">The line break of the text around.</param>
internal sealed class PythonStringStyle(ReadOnlySpan<char> prefix, char quote, bool isTriple, string lineBreak) : TextEscaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\\r{}");

    public bool IsRaw { get; } = prefix.IndexOfAny('r', 'R') >= 0;

    public bool IsBytes { get; } = prefix.IndexOfAny('b', 'B') >= 0;

    /// <summary>True for f-strings and t-strings: braces hold expressions.</summary>
    public bool HasFields { get; } = prefix.IndexOfAny("fFtT") >= 0;

    public char Quote => quote;

    public bool IsTriple => isTriple;

    public int QuoteLength => isTriple ? 3 : 1;

    /// <inheritdoc/>
    public override string? LineBreak => isTriple ? lineBreak : null;

    /// <summary>True for the letters that can stand before a string, in any case and order.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> name) => name.Length switch
    {
        0 => true,
        1 => name[0] is 'r' or 'R' or 'b' or 'B' or 'u' or 'U' or 'f' or 'F' or 't' or 'T',
        2 => (name[0] | ' ', name[1] | ' ') is ('r', 'b' or 'f' or 't') or ('b' or 'f' or 't', 'r') or ('u', 'r'),
        _ => false,
    };

    /// <summary>The content between two offsets of <paramref name="source"/>: what Python makes of it.</summary>
    /// <param name="owner">The token.</param>
    /// <param name="source">The source text.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isSpecifier">True for the text behind the colon of a replacement field, where braces are not doubled.</param>
    public MappedText Read(object owner, string source, int start, int end, bool isSpecifier)
    {
        var content = new Microsoft.CodeAnalysis.Text.TextSpan(start, end - start);
        if (!source.AsSpan(start, end - start).ContainsAny(Special))
            return MappedText.Verbatim(owner, source, content, this);

        var builder = new MappedTextBuilder(owner, source);
        for (var position = start; position < end;)
        {
            var plain = source.AsSpan(position, end - position).IndexOfAny(Special) is >= 0 and var found ? found : end - position;
            builder.Append(position, plain);
            position += plain;
            if (position == end)
                break;
            var next = position + 1 < end ? source[position + 1] : '\0';
            switch (source[position])
            {
                case '\r':
                    var length = next == '\n' ? 2 : 1;
                    builder.Append(position, length, "\n");
                    position += length;
                    break;
                case '{' or '}' when HasFields && !isSpecifier && next == source[position]:
                    builder.Append(position, 2, next.ToString());
                    position += 2;
                    break;
                case '\\' when !IsRaw && position + 1 < end:
                    var escape = PythonEscape.At(source, position, end, IsBytes);
                    if (escape.Value is null)
                        builder.Append(position, escape.Length);
                    else
                        builder.Append(position, escape.Length, escape.Value);
                    position += escape.Length;
                    break;
                default:
                    builder.Append(position, 1);
                    position++;
                    break;
            }
        }

        return builder.Build(content, this);
    }

    /// <inheritdoc/>
    public override string? Escape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (HasFields && c is '{' or '}')
                escaped.Append(c).Append(c);
            else if (IsPlain(text, i))
                escaped.Append(c);
            else if (IsRaw || (IsBytes && c > '\u007F'))
                return null;
            else
                escaped.Append(PythonEscape.Of(c));
        }

        return escaped.ToString();
    }

    private bool IsPlain(string text, int index)
    {
        var c = text[index];
        if (c == quote)
        {
            // A quotation mark at an end may meet another one there.
            return isTriple && index > 0 && index + 1 < text.Length && text[index - 1] != quote && text[index + 1] != quote
                && (!IsRaw || text[index - 1] != '\\');
        }

        if (c == '\\')
            return IsRaw && index + 1 < text.Length;
        if (char.IsSurrogate(c))
        {
            return !IsBytes && ((char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                || (char.IsLowSurrogate(c) && index > 0 && char.IsHighSurrogate(text[index - 1])));
        }

        return c is '\t' or >= ' ' and < '\u007F' || (c >= '\u00A0' && !IsBytes && c is not ('\u2028' or '\u2029' or '\uFEFF'));
    }
}
