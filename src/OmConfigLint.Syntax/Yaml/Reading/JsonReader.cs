using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Templates;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>
/// Builds a tree from JSON, RFC 8259 to the letter. It reads the text itself: spans are its own offsets, and messages never quote a value,
/// which may be a secret.
/// </summary>
internal sealed class JsonReader
{
    private static readonly SearchValues<char> StopsInString = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (char)i), '"', '\\']);

    private readonly string _text;
    private readonly SyntaxLimits _limits;
    private readonly List<YamlNode> _items = [];
    private readonly List<YamlEntry> _entries = [];
    private int _position;
    private int _depth;

    private JsonReader(string text, SyntaxLimits limits)
    {
        _text = text;
        _limits = limits;
        _position = text.StartsWith('\uFEFF') ? 1 : 0;
    }

    private bool IsAtEnd => _position == _text.Length;

    // No NUL may stand outside a string, so it can stand for the end.
    private char Current => IsAtEnd ? '\0' : _text[_position];

    /// <summary>Reads a whole JSON text.</summary>
    public static bool TryRead(
        string text, SyntaxLimits limits, out ImmutableArray<YamlDocument> documents, [NotNullWhen(false)] out SyntaxError? error)
    {
        try
        {
            documents = [new YamlDocument(new JsonReader(text, limits).ReadText(), new TextSpan(0, text.Length), hasStartMarker: false)];
            error = null;
            return true;
        }
        catch (UnreadableTextException e)
        {
            documents = [];
            error = e.Error;
            return false;
        }
    }

    private YamlNode ReadText()
    {
        SkipWhiteSpace();
        var root = ReadValue();
        SkipWhiteSpace();
        return IsAtEnd ? root : throw Error("nothing can follow the first value");
    }

    private YamlNode ReadValue()
    {
        switch (Current)
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return ReadString();
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            case >= 'a' and <= 'z':
                return ReadLiteral();
            case >= StandIns.First and <= StandIns.Last:
                return ReadStandIn();
            default:
                throw Error("a value was expected here");
        }
    }

    private YamlMapping ReadObject()
    {
        var start = Enter();
        var first = _entries.Count;
        if (Current == '}')
            return Mapping();

        while (true)
        {
            if (Current != '"')
                throw Unexpected(start, "a name in double quotes was expected here");
            var key = ReadString();
            SkipWhiteSpace();
            if (Current != ':')
                throw Unexpected(start, "`:` was expected here");
            Skip();
            if (IsAtEnd)
                throw NeverClosed(start);
            var value = ReadValue();
            _entries.Add(new YamlEntry(key, value, TextSpan.FromBounds(key.Span.Start, value.Span.End), isExplicit: false));
            SkipWhiteSpace();
            if (Current == '}')
                return Mapping();
            if (Current != ',')
                throw Unexpected(start, "`,` or `}` was expected here");
            Skip();
        }

        YamlMapping Mapping() =>
            new(Taken.From(_entries, first), YamlCollectionStyle.Flow, isSinglePair: false, Leave(start), anchor: null, tag: null);
    }

    private YamlSequence ReadArray()
    {
        var start = Enter();
        var first = _items.Count;
        if (Current == ']')
            return Sequence();

        while (true)
        {
            if (IsAtEnd)
                throw NeverClosed(start);
            _items.Add(ReadValue());
            SkipWhiteSpace();
            if (Current == ']')
                return Sequence();
            if (Current != ',')
                throw Unexpected(start, "`,` or `]` was expected here");
            Skip();
        }

        YamlSequence Sequence() => new(Taken.From(_items, first), YamlCollectionStyle.Flow, Leave(start), anchor: null, tag: null);
    }

    private int Enter()
    {
        var start = _position;
        if (++_depth > _limits.MaxDepth)
        {
            throw new UnreadableTextException(new SyntaxError(
                new TextSpan(start, 1), $"more than {_limits.MaxDepth} collections are nested here", SyntaxErrorKind.LimitReached));
        }

        Skip();
        return start;
    }

    private TextSpan Leave(int start)
    {
        _depth--;
        _position++;
        return TextSpan.FromBounds(start, _position);
    }

    private YamlScalar ReadString()
    {
        var start = _position++;
        StringBuilder? unescaped = null;
        var copied = _position;
        while (true)
        {
            var length = _text.AsSpan(_position).IndexOfAny(StopsInString);
            if (length < 0)
                throw NeverClosed(start);
            _position += length;
            if (Current == '"')
                break;
            if (Current != '\\')
                throw Error("a control character cannot stand inside a text; it must be escaped");

            unescaped ??= new StringBuilder();
            unescaped.Append(_text, copied, _position - copied).Append(ReadEscape());
            copied = _position;
        }

        var value = unescaped is null
            ? _text[copied.._position]
            : unescaped.Append(_text, copied, _position - copied).ToString();
        _position++;
        return new YamlScalar(value, YamlScalarStyle.DoubleQuoted, TextSpan.FromBounds(start, _position), anchor: null, tag: null);
    }

    private char ReadEscape()
    {
        var start = _position;
        _position += 2;
        switch (start + 1 < _text.Length ? _text[start + 1] : '\0')
        {
            case '"':
                return '"';
            case '\\':
                return '\\';
            case '/':
                return '/';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when start + 6 <= _text.Length
                && ushort.TryParse(_text.AsSpan(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position = start + 6;
                return (char)code;
            default:
                throw new UnreadableTextException(new SyntaxError(
                    new TextSpan(start, Math.Min(2, _text.Length - start)), "this is no escape sequence of JSON", SyntaxErrorKind.Invalid));
        }
    }

    private YamlScalar ReadNumber()
    {
        var start = _position;
        var type = YamlScalarType.Integer;
        if (Current == '-')
            _position++;
        if (Current == '0')
            _position++;
        else
            SkipDigits(start);
        if (Current == '.')
        {
            type = YamlScalarType.Float;
            _position++;
            SkipDigits(start);
        }

        if (Current is 'e' or 'E')
        {
            type = YamlScalarType.Float;
            _position++;
            if (Current is '+' or '-')
                _position++;
            SkipDigits(start);
        }

        return Plain(start, type);
    }

    private void SkipDigits(int start)
    {
        if (!char.IsAsciiDigit(Current))
            throw new UnreadableTextException(new SyntaxError(
                TextSpan.FromBounds(start, Math.Max(_position, start + 1)), "this is no JSON number", SyntaxErrorKind.Invalid));
        while (char.IsAsciiDigit(Current))
            _position++;
    }

    private YamlScalar ReadLiteral()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current))
            _position++;
        switch (_text.AsSpan(start, _position - start))
        {
            case "null":
                return Plain(start, YamlScalarType.Null);
            case "true" or "false":
                return Plain(start, YamlScalarType.Boolean);
            default:
                _position = start;
                throw Error("a value was expected here: text in double quotes, a number, `true`, `false` or `null`");
        }
    }

    /// <summary>What stands for a value that a template writes. Nobody writes such characters outside of strings.</summary>
    private YamlScalar ReadStandIn()
    {
        var start = _position;
        while (Current is >= StandIns.First and <= StandIns.Last)
            _position++;
        return Plain(start, YamlScalarType.String);
    }

    private YamlScalar Plain(int start, YamlScalarType type) =>
        new(_text[start.._position], YamlScalarStyle.Plain, TextSpan.FromBounds(start, _position), anchor: null, tag: null, type);

    private void Skip()
    {
        _position++;
        SkipWhiteSpace();
    }

    private void SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private UnreadableTextException Unexpected(int bracket, string message) => IsAtEnd ? NeverClosed(bracket) : Error(message);

    private UnreadableTextException NeverClosed(int start) =>
        new(new SyntaxError(new TextSpan(start, 1), $"`{_text[start]}` is never closed", SyntaxErrorKind.Invalid));

    private UnreadableTextException Error(string message) =>
        new(new SyntaxError(
            YamlErrors.SpanAt(_text, _position, _position),
            Current is '/' or '#' ? "JSON has no comments" : message,
            SyntaxErrorKind.Invalid));
}
