using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Hcl;

/// <summary>
/// The content of quoted strings and here-documents. <c>${…}</c> and <c>%{…}</c> stay as they are written, each as one piece that is not edited.
/// </summary>
internal sealed class HclTemplate
{
    private readonly string _text;
    private readonly ImmutableArray<TextSpan>.Builder _interpolations = ImmutableArray.CreateBuilder<TextSpan>();

    private HclTemplate(string text) => _text = text;

    /// <summary>Where the string ends that starts with the quote at <paramref name="start"/>: behind its closing quote; -1 where it is not closed.</summary>
    public static int FindEndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length;)
        {
            switch (text[i])
            {
                case '"':
                    return i + 1;
                case '\n' or '\r':
                    return -1;
                case '\\':
                    i += 2;
                    break;
                default:
                    i = EndOfPiece(text, i);
                    if (i < 0)
                        return -1;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Reads a quoted string.</summary>
    /// <param name="owner">The token.</param>
    /// <param name="text">The source.</param>
    /// <param name="content">What stands between the quotes.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static (MappedText Text, ImmutableArray<TextSpan> Interpolations) ReadString(object owner, string text, TextSpan content, out string? problem)
    {
        problem = null;
        var template = new HclTemplate(text);
        var builder = new MappedTextBuilder(owner, text);
        for (var i = content.Start; i < content.End;)
        {
            if (text[i] != '\\')
            {
                i = template.Append(builder, i);
                continue;
            }

            var meaning = Escape(text, i, out var length);
            if (meaning is null)
                problem ??= "the string holds an escape that HCL does not know";
            else
                builder.Append(i, length, meaning);
            i += length;
        }

        return (builder.Build(content, Quoted.Instance), template._interpolations.ToImmutable());
    }

    /// <summary>Reads the lines of a here-document.</summary>
    /// <param name="owner">The token.</param>
    /// <param name="text">The source.</param>
    /// <param name="content">From the first line to before the one that ends it.</param>
    /// <param name="isIndented">True for <c>&lt;&lt;-</c>: the indentation that all lines share is no part of it.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static (MappedText Text, ImmutableArray<TextSpan> Interpolations) ReadHereDocument(
        object owner, string text, TextSpan content, bool isIndented, out string? problem)
    {
        problem = null;
        var lineStarts = new List<int>();
        for (var i = content.Start; i < content.End;)
        {
            if (i == content.Start || text[i - 1] is '\n' || (text[i - 1] is '\r' && text[i] != '\n'))
                lineStarts.Add(i);
            var next = EndOfPiece(text, i);
            if (next < 0 || next > content.End)
            {
                problem = "`${` is not closed";
                break;
            }

            i = next;
        }

        var indentation = isIndented && problem is null ? CommonIndentation(text, lineStarts, content.End) : 0;
        var template = new HclTemplate(text);
        var builder = new MappedTextBuilder(owner, text);
        var line = 0;
        for (var i = content.Start; i < content.End && problem is null;)
        {
            if (line < lineStarts.Count && lineStarts[line] == i)
            {
                line++;
                if (indentation > 0 && !IsBlankLine(text, i, content.End))
                {
                    i += indentation;
                    continue;
                }
            }

            if (text[i] == '\r')
            {
                var next = Math.Min(content.End, LineBreaks.Skip(text, i));
                builder.Append(i, next - i, "\n");
                i = next;
            }
            else
            {
                i = template.Append(builder, i);
            }
        }

        var lineBreak = text.AsSpan(0, content.Start) is [.., '\r', '\n'] ? "\r\n" : "\n";
        var escaping = new Lines(lineBreak, indentation == 0 ? "" : text.Substring(lineStarts.First(start => !IsBlankLine(text, start, content.End)), indentation));
        return (builder.Build(content, escaping), template._interpolations.ToImmutable());
    }

    private int Append(MappedTextBuilder builder, int position)
    {
        var end = EndOfPiece(_text, position);
        if (end - position == 1)
        {
            builder.Append(position, 1);
        }
        else if (_text[position + 1] == _text[position])
        {
            builder.Append(position, 3, _text.Substring(position + 1, 2));
        }
        else
        {
            _interpolations.Add(new TextSpan(builder.Length, end - position));
            builder.Append(position, end - position, _text[position..end]);
        }

        return end;
    }

    /// <summary>The end of what starts at <paramref name="position"/>: a character, <c>$${</c>, or an interpolation; -1 where that is not closed.</summary>
    private static int EndOfPiece(string text, int position)
    {
        if (text[position] is not ('$' or '%'))
            return position + 1;
        var rest = text.AsSpan(position);
        if (rest is ['$', '$', '{', ..] or ['%', '%', '{', ..])
            return position + 3;
        return rest is [_, '{', ..] ? EndOfInterpolation(text, position + 2) : position + 1;
    }

    private static int EndOfInterpolation(string text, int position)
    {
        // What is open: a brace, or a string in which further interpolations may stand.
        var open = new Stack<char>("{");
        while (position < text.Length)
        {
            var c = text[position];
            if (open.Peek() == '"')
            {
                if (c == '\\')
                    position++;
                else if (c == '"')
                    open.Pop();
                else if (text.AsSpan(position) is ['$', '$', '{', ..] or ['%', '%', '{', ..])
                    position += 2;
                else if (text.AsSpan(position) is ['$' or '%', '{', ..])
                    open.Push(text[++position]);
            }
            else if (c is '{' or '"')
            {
                open.Push(c);
            }
            else if (c == '}')
            {
                open.Pop();
                if (open.Count == 0)
                    return position + 1;
            }

            position++;
        }

        return -1;
    }

    private static string? Escape(string text, int position, out int length)
    {
        length = 2;
        var c = position + 1 < text.Length ? text[position + 1] : '\0';
        if (c is 'u' or 'U')
        {
            var digits = c == 'u' ? 4 : 8;
            if (position + 2 + digits <= text.Length
                && int.TryParse(text.AsSpan(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                && Rune.IsValid(code))
            {
                length = 2 + digits;
                return new Rune(code).ToString();
            }
        }

        return c switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\\' => "\\", _ => null };
    }

    private static int CommonIndentation(string text, List<int> lineStarts, int end)
    {
        var common = int.MaxValue;
        foreach (var start in lineStarts)
        {
            if (!IsBlankLine(text, start, end))
                common = Math.Min(common, LineBreaks.SkipBlanks(text, start) - start);
        }

        return common == int.MaxValue ? 0 : common;
    }

    private static bool IsBlankLine(string text, int start, int end)
    {
        var content = LineBreaks.SkipBlanks(text, start);
        return content >= end || text[content] is '\r' or '\n';
    }

    private static string EscapeInterpolation(string text) =>
        text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    private sealed class Quoted : TextEscaping
    {
        public static Quoted Instance { get; } = new();

        public override string? Escape(string text) => QuotedEscapes.Escape(EscapeInterpolation(text));
    }

    private sealed class Lines(string lineBreak, string prefix) : TextEscaping
    {
        public override string LineBreak => lineBreak;

        public override string LinePrefix => prefix;

        public override string? Escape(string text) => text.Contains('\r', StringComparison.Ordinal) ? null : EscapeInterpolation(text);
    }
}
