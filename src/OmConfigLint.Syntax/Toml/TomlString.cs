using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Toml;

/// <summary>The content of strings in their four styles: <c>"basic"</c>, <c>'literal'</c>, and both over several lines.</summary>
internal static class TomlString
{
    /// <summary>Where the string ends whose content starts at <paramref name="start"/>: behind its closing quotes.</summary>
    /// <returns>-1 where it is not closed.</returns>
    public static int FindEnd(string text, int start, char quote, bool isMultiLine, out int contentEnd)
    {
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && quote == '"')
            {
                i++;
            }
            else if (c == quote && !isMultiLine)
            {
                contentEnd = i;
                return i + 1;
            }
            else if (c == quote)
            {
                var run = 1;
                while (run < 5 && i + run < text.Length && text[i + run] == quote)
                    run++;
                if (run >= 3)
                {
                    // Up to two quotes may stand before the three that close.
                    contentEnd = i + run - 3;
                    return i + run;
                }

                i += run - 1;
            }
            else if (c is '\n' or '\r' && !isMultiLine)
            {
                break;
            }
        }

        contentEnd = -1;
        return -1;
    }

    /// <summary>Reads the content.</summary>
    public static MappedText Read(object owner, string text, TextSpan content, char quote, bool isMultiLine, out string? problem)
    {
        problem = null;
        var builder = new MappedTextBuilder(owner, text);
        var position = isMultiLine ? LineBreaks.Skip(text, content.Start) : content.Start;
        var lineBreak = "\n";
        while (position < content.End)
        {
            var c = text[position];
            int next;
            if (c == '\\' && quote == '"')
            {
                next = ReadEscape(builder, text, position, content.End, isMultiLine, ref problem);
            }
            else if (c is '\n' or '\r')
            {
                next = LineBreaks.Skip(text, position);
                if (c == '\n')
                {
                    builder.Append(position, 1);
                }
                else
                {
                    lineBreak = "\r\n";
                    builder.Append(position, next - position, "\n");
                }
            }
            else
            {
                var run = text.AsSpan(position, content.End - position).IndexOfAny('\\', '\n', '\r');
                next = run < 0 ? content.End : position + Math.Max(1, run);
                builder.Append(position, next - position);
            }

            position = next;
        }

        TextEscaping escaping = (quote, isMultiLine) switch
        {
            ('"', false) => BasicString.Instance,
            ('"', true) => new BasicLines(lineBreak),
            (_, false) => LiteralString.Instance,
            _ => new LiteralLines(lineBreak),
        };
        return builder.Build(content, escaping);
    }

    private static int ReadEscape(MappedTextBuilder builder, string text, int position, int end, bool isMultiLine, ref string? problem)
    {
        var c = position + 1 < end ? text[position + 1] : '\0';
        if (c is 'u' or 'U')
        {
            var digits = c == 'u' ? 4 : 8;
            if (position + 2 + digits <= end
                && int.TryParse(text.AsSpan(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && Rune.IsValid(code))
            {
                builder.Append(position, 2 + digits, new Rune(code).ToString());
                return position + 2 + digits;
            }
        }

        var meaning = c switch
        {
            'b' => "\b", 't' => "\t", 'n' => "\n", 'f' => "\f", 'r' => "\r", 'e' => "\u001B", '"' => "\"", '\\' => "\\", _ => null,
        };
        if (meaning is not null)
        {
            builder.Append(position, 2, meaning);
            return position + 2;
        }

        // A backslash at the end of a line takes the line break and all blanks behind it away.
        if (isMultiLine && LineBreaks.SkipBlanks(text, position + 1) is var rest && rest < end && text[rest] is '\n' or '\r')
            return Math.Min(end, LineBreaks.SkipWhiteSpace(text, rest));

        problem ??= "the string holds an escape that TOML does not know";
        return position + 1;
    }

    private static bool IsPrintable(string text)
    {
        foreach (var c in text)
        {
            if ((char.IsControl(c) && c != '\t') || char.IsSurrogate(c))
                return false;
        }

        return true;
    }

    private sealed class BasicString : TextEscaping
    {
        public static BasicString Instance { get; } = new();

        public override string? Escape(string text) => QuotedEscapes.Escape(text);
    }

    private sealed class BasicLines(string lineBreak) : TextEscaping
    {
        public override string LineBreak => lineBreak;

        public override string? Escape(string text) => QuotedEscapes.Escape(text);
    }

    private sealed class LiteralString : TextEscaping
    {
        public static LiteralString Instance { get; } = new();

        public override string? Escape(string text) => IsPrintable(text) && !text.Contains('\'', StringComparison.Ordinal) ? text : null;
    }

    private sealed class LiteralLines(string lineBreak) : TextEscaping
    {
        public override string LineBreak => lineBreak;

        public override string? Escape(string text) => IsPrintable(text) && !text.Contains('\'', StringComparison.Ordinal) ? text : null;
    }
}
