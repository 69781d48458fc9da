using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>
/// Finds where each part of a scalar's content stands. The content is known from the reader; this only lines it up with the source. Where
/// that does not come out even, the scalar counts as one escape: it has a place, but is not edited in part.
/// </summary>
internal sealed class YamlScalarText
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/:@=~<>!*^ ");

    private readonly string _source;
    private readonly YamlScalar _scalar;
    private readonly MappedTextBuilder _builder;

    private YamlScalarText(string source, YamlScalar scalar)
    {
        _source = source;
        _scalar = scalar;
        _builder = new MappedTextBuilder(scalar, source);
    }

    /// <summary>The text of <paramref name="scalar"/>, a node of a tree of <paramref name="source"/>.</summary>
    public static MappedText Of(string source, YamlScalar scalar)
    {
        var span = ContentOf(source, scalar);
        if (span.Length == scalar.Value.Length && source.AsSpan(span.Start, span.Length).SequenceEqual(scalar.Value))
            return MappedText.Verbatim(scalar, source, span, EscapingOf(source, scalar, span));

        var aligned = new YamlScalarText(source, scalar);
        if (aligned.Align(span))
        {
            var text = aligned._builder.Build(span, EscapingOf(source, scalar, span));
            if (string.Equals(text.Value, scalar.Value, StringComparison.Ordinal))
                return text;
        }

        var whole = new MappedTextBuilder(scalar, source);
        whole.Append(span.Start, span.Length, scalar.Value);
        return whole.Build(span, TextEscaping.Inert);
    }

    private static TextSpan ContentOf(string source, YamlScalar scalar)
    {
        switch (scalar.Style)
        {
            case YamlScalarStyle.SingleQuoted or YamlScalarStyle.DoubleQuoted:
                return TextSpan.FromBounds(scalar.Span.Start + 1, Math.Max(scalar.Span.Start + 1, scalar.Span.End - 1));
            case YamlScalarStyle.Literal or YamlScalarStyle.Folded:
                var header = source.AsSpan(scalar.Span.Start, scalar.Span.Length).IndexOfAny('\r', '\n');
                if (header < 0)
                    return new TextSpan(scalar.Span.End, 0);
                var start = SkipBreak(source, scalar.Span.Start + header);
                // The line break behind the last line is content, unless the scalar is stripped; blank lines further down may be as well.
                var end = scalar.Span.End;
                foreach (var _ in scalar.Value.AsSpan(scalar.Value.AsSpan().TrimEnd('\n').Length))
                    end = end < source.Length ? SkipBreak(source, SkipBlanks(source, end)) : end;
                return TextSpan.FromBounds(start, Math.Max(start, end));
            default:
                return scalar.Span;
        }
    }

    private static TextEscaping EscapingOf(string source, YamlScalar scalar, TextSpan content) => scalar.Style switch
    {
        YamlScalarStyle.SingleQuoted => SingleQuoted.Instance,
        YamlScalarStyle.DoubleQuoted => DoubleQuoted.Instance,
        YamlScalarStyle.Literal => Literal.In(source, content),
        YamlScalarStyle.Folded => FoldedLine.Instance,
        _ => TextEscaping.Only(PlainCharacters),
    };

    private bool Align(TextSpan span) => _scalar.Style switch
    {
        YamlScalarStyle.Literal or YamlScalarStyle.Folded => AlignBlock(span),
        _ => AlignFlow(span),
    };

    private bool AlignBlock(TextSpan span)
    {
        var value = _scalar.Value;
        var indentation = IndentationOf(_source, span);
        for (var position = span.Start; position < span.End;)
        {
            var end = position + LengthOfLine(position, span.End);
            var start = Math.Min(end, position + Math.Min(indentation, BlanksAt(position, end)));
            var content = end - start;
            if (content > value.Length - _builder.Length || !_source.AsSpan(start, content).SequenceEqual(value.AsSpan(_builder.Length, content)))
                return false;
            _builder.Append(start, content);
            position = end == span.End ? end : SkipBreak(_source, end);
            if (_builder.Length == value.Length)
                break;

            if (_scalar.Style == YamlScalarStyle.Folded)
            {
                // Blank lines and the break before them are read together.
                while (position < span.End && value[_builder.Length] == '\n' && IsBlankLine(position, span.End) && LengthOfLine(position, span.End) <= indentation)
                    position = Math.Min(span.End, SkipBreak(_source, position + LengthOfLine(position, span.End)));
                var breaks = value.AsSpan(_builder.Length).IndexOfAnyExcept('\n') is var run && run < 0 ? value.Length - _builder.Length : run;
                var folded = breaks > 0 ? new string('\n', breaks) : value[_builder.Length] == ' ' ? " " : null;
                if (folded is null)
                    return false;
                _builder.Append(end, position - end, folded);
            }
            else if (value[_builder.Length] != '\n')
            {
                return false;
            }
            else if (position - end == 1)
            {
                if (_source[end] == '\n')
                    _builder.Append(end, 1);
                else
                    _builder.Append(end, 1, "\n");
            }
            else
            {
                _builder.Append(end, position - end, "\n");
            }
        }

        return true;
    }

    private bool AlignFlow(TextSpan span)
    {
        var value = _scalar.Value;
        for (var position = span.Start; position < span.End;)
        {
            var c = _source[position];
            if (_scalar.Style == YamlScalarStyle.DoubleQuoted && c == '\\')
            {
                var next = EndOfEscape(position, span.End, out var meaning);
                if (next < 0)
                    return false;
                _builder.Append(position, next - position, meaning);
                position = next;
            }
            else if (_scalar.Style == YamlScalarStyle.SingleQuoted && c == '\'')
            {
                _builder.Append(position, 2, "'");
                position += 2;
            }
            else if (c is '\r' or '\n' || (c is ' ' or '\t' && IsBeforeBreak(position, span.End)))
            {
                var next = position;
                while (next < span.End && _source[next] is ' ' or '\t' or '\r' or '\n')
                    next++;
                if (_builder.Length >= value.Length)
                    return next == span.End;
                var rest = value.AsSpan(_builder.Length);
                var breaks = rest.Length - rest.TrimStart('\n').Length;
                _builder.Append(position, next - position, breaks > 0 ? new string('\n', breaks) : " ");
                position = next;
            }
            else
            {
                _builder.Append(position, 1);
                position++;
            }
        }

        return true;
    }

    private int EndOfEscape(int position, int end, out string meaning)
    {
        meaning = "";
        if (position + 1 >= end)
            return -1;
        var c = _source[position + 1];
        switch (c)
        {
            case 'x' or 'u' or 'U':
                var digits = c switch { 'x' => 2, 'u' => 4, _ => 8 };
                if (position + 2 + digits > end
                    || !int.TryParse(_source.AsSpan(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    || code is < 0 or > 0x10FFFF)
                {
                    return -1;
                }

                meaning = code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code);
                return position + 2 + digits;
            case '\r' or '\n':
                var next = SkipBlanks(_source, SkipBreak(_source, position + 1));
                return Math.Min(next, end);
            default:
                var simple = c switch
                {
                    '0' => "\0", 'a' => "\a", 'b' => "\b", 't' or '\t' => "\t", 'n' => "\n", 'v' => "\v", 'f' => "\f", 'r' => "\r", 'e' => "\u001B",
                    ' ' => " ", '"' => "\"", '/' => "/", '\\' => "\\", 'N' => "\u0085", '_' => "\u00A0", 'L' => "\u2028", 'P' => "\u2029",
                    _ => null,
                };
                meaning = simple ?? "";
                return simple is null ? -1 : position + 2;
        }
    }

    private bool IsBeforeBreak(int position, int end)
    {
        while (position < end && _source[position] is ' ' or '\t')
            position++;
        return position < end && _source[position] is '\r' or '\n';
    }

    private int LengthOfLine(int position, int end) =>
        _source.AsSpan(position, end - position).IndexOfAny('\r', '\n') is >= 0 and var length ? length : end - position;

    private int BlanksAt(int position, int end) =>
        _source.AsSpan(position, end - position).IndexOfAnyExcept(' ') is >= 0 and var length ? length : end - position;

    private bool IsBlankLine(int position, int end) => BlanksAt(position, position + LengthOfLine(position, end)) == LengthOfLine(position, end);

    /// <summary>The column at which the lines of a block scalar start: that of its first line with text.</summary>
    private static int IndentationOf(string source, TextSpan content)
    {
        for (var position = content.Start; position < content.End;)
        {
            var line = source.AsSpan(position, content.End - position);
            var length = line.IndexOfAny('\r', '\n') is >= 0 and var found ? found : line.Length;
            var blanks = line[..length].IndexOfAnyExcept(' ');
            if (blanks >= 0)
                return blanks;
            position = position + length < content.End ? SkipBreak(source, position + length) : content.End;
        }

        return 0;
    }

    private static int SkipBreak(string source, int position)
    {
        if (position < source.Length && source[position] == '\r')
            position++;
        else if (position < source.Length && source[position] == '\n')
            return position + 1;
        return position < source.Length && source[position] == '\n' ? position + 1 : position;
    }

    private static int SkipBlanks(string source, int position)
    {
        while (position < source.Length && source[position] is ' ' or '\t')
            position++;
        return position;
    }

    private static bool IsPrintable(string text)
    {
        foreach (var c in text)
        {
            if (!(c is >= ' ' and < '\u007F' or >= '\u00A0' and not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')) || char.IsSurrogate(c))
                return false;
        }

        return true;
    }

    private sealed class SingleQuoted : TextEscaping
    {
        public static SingleQuoted Instance { get; } = new();

        public override string? Escape(string text) => IsPrintable(text) ? text.Replace("'", "''", StringComparison.Ordinal) : null;
    }

    private sealed class DoubleQuoted : TextEscaping
    {
        public static DoubleQuoted Instance { get; } = new();

        public override string? Escape(string text)
        {
            var escaped = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                if (c is '"' or '\\')
                    escaped.Append('\\').Append(c);
                else if (c is '\n' or '\r' or '\t')
                    escaped.Append('\\').Append(c switch { '\n' => 'n', '\r' => 'r', _ => 't' });
                else if (IsPrintable(c.ToString()))
                    escaped.Append(c);
                else
                    escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }

            return escaped.ToString();
        }
    }

    private sealed class Literal(string lineBreak, string prefix) : TextEscaping
    {
        public override string LineBreak => lineBreak;

        public override string LinePrefix => prefix;

        public static Literal In(string source, TextSpan content)
        {
            var lineBreak = source.AsSpan(0, content.Start) is [.., '\r', '\n'] ? "\r\n" : "\n";
            return new Literal(lineBreak, new string(' ', IndentationOf(source, content)));
        }

        public override string? Escape(string text) => IsPrintable(text.Replace('\t', ' ')) ? text : null;
    }

    private sealed class FoldedLine : TextEscaping
    {
        public static FoldedLine Instance { get; } = new();

        public override string? Escape(string text) => IsPrintable(text) ? text : null;
    }
}
