using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Builds a tree from the tokens of <see cref="Utf8JsonReader"/>.</summary>
internal ref struct JsonReader
{
    private readonly string _text;
    private readonly SyntaxLimits _limits;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly List<YamlNode> _items = [];
    private readonly List<YamlEntry> _entries = [];
    private Utf8JsonReader _reader;
    private int _depth;

    // The same place in the bytes and in the text; it only moves forward.
    private int _byteOffset;
    private int _offset;

    private JsonReader(string text, SyntaxLimits limits)
    {
        _text = text;
        _limits = limits;

        // A lone surrogate becomes U+FFFD: three bytes, as it would have itself.
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length - start)];
        _bytes = bytes.AsSpan(0, Encoding.UTF8.GetBytes(text.AsSpan(start), bytes));
        _offset = start;

        // The reader's own limit is never met: ours is, one level earlier, and with a better message.
        _reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 2 });
    }

    /// <summary>Reads a whole JSON text.</summary>
    public static bool TryRead(
        string text, SyntaxLimits limits, out ImmutableArray<YamlDocument> documents, [NotNullWhen(false)] out SyntaxError? error)
    {
        documents = [];
        error = null;
        var reader = new JsonReader(text, limits);
        try
        {
            reader.Next();
            var root = reader.ReadNode();
            if (reader.Read())
                throw new UnreadableTextException(new SyntaxError(new TextSpan(0, 0), "nothing may follow the first value", SyntaxErrorKind.Invalid));
            documents = [new YamlDocument(root, new TextSpan(0, text.Length), hasStartMarker: false)];
            return true;
        }
        catch (UnreadableTextException e)
        {
            error = e.Error;
            return false;
        }
        catch (JsonException e)
        {
            error = reader.Translate(e);
            return false;
        }
    }

    private void Next() => Read();

    private bool Read() => _reader.Read();

    private YamlNode ReadNode()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject();
            case JsonTokenType.StartArray:
                return ReadArray();
            case JsonTokenType.String:
                return ReadString();
            default:
                var span = SpanOfToken();
                var type = _reader.TokenType switch
                {
                    JsonTokenType.Null => YamlScalarType.Null,
                    JsonTokenType.Number => _text.AsSpan(span.Start, span.Length).IndexOfAny(".eE") < 0 ? YamlScalarType.Integer : YamlScalarType.Float,
                    _ => YamlScalarType.Boolean,
                };
                return new YamlScalar(_text.Substring(span.Start, span.Length), YamlScalarStyle.Plain, span, anchor: null, tag: null, type);
        }
    }

    private YamlMapping ReadObject()
    {
        var start = EnterCollection();
        var first = _entries.Count;
        for (Next(); _reader.TokenType != JsonTokenType.EndObject; Next())
        {
            var key = ReadString();
            Next();
            var value = ReadNode();
            _entries.Add(new YamlEntry(key, value, TextSpan.FromBounds(key.Span.Start, value.Span.End), isExplicit: false));
        }

        _depth--;
        var span = TextSpan.FromBounds(start, SpanOfToken().End);
        return new YamlMapping(Taken.From(_entries, first), YamlCollectionStyle.Flow, isSinglePair: false, span, anchor: null, tag: null);
    }

    private YamlSequence ReadArray()
    {
        var start = EnterCollection();
        var first = _items.Count;
        for (Next(); _reader.TokenType != JsonTokenType.EndArray; Next())
            _items.Add(ReadNode());

        _depth--;
        var span = TextSpan.FromBounds(start, SpanOfToken().End);
        return new YamlSequence(Taken.From(_items, first), YamlCollectionStyle.Flow, span, anchor: null, tag: null);
    }

    private int EnterCollection()
    {
        var span = SpanOfToken();
        if (++_depth > _limits.MaxDepth)
        {
            throw new UnreadableTextException(new SyntaxError(
                span, $"more than {_limits.MaxDepth} collections are nested here", SyntaxErrorKind.LimitReached));
        }

        return span.Start;
    }

    private YamlScalar ReadString()
    {
        var span = SpanOfToken();
        var content = _text.AsSpan(span.Start + 1, span.Length - 2);
        var value = _reader.ValueIsEscaped ? Unescape(content) : content.ToString();
        return new YamlScalar(value, YamlScalarStyle.DoubleQuoted, span, anchor: null, tag: null);
    }

    /// <summary>Resolves the escapes of a valid string, lone surrogates included, which <see cref="Utf8JsonReader.GetString"/> refuses.</summary>
    private static string Unescape(ReadOnlySpan<char> content)
    {
        var value = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\\')
            {
                value.Append(content[i]);
                continue;
            }

            switch (content[++i])
            {
                case 'b':
                    value.Append('\b');
                    break;
                case 'f':
                    value.Append('\f');
                    break;
                case 'n':
                    value.Append('\n');
                    break;
                case 'r':
                    value.Append('\r');
                    break;
                case 't':
                    value.Append('\t');
                    break;
                case 'u':
                    value.Append((char)ushort.Parse(content.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default:
                    value.Append(content[i]);
                    break;
            }
        }

        return value.ToString();
    }

    private TextSpan SpanOfToken()
    {
        var start = (int)_reader.TokenStartIndex;
        var quotes = _reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        return TextSpan.FromBounds(OffsetOf(start), OffsetOf(start + _reader.ValueSpan.Length + quotes));
    }

    private int OffsetOf(int byteOffset)
    {
        // Each character is looked at once over the whole text.
        while (_byteOffset < byteOffset)
        {
            var c = _text[_offset];
            if (char.IsHighSurrogate(c) && _offset + 1 < _text.Length && char.IsLowSurrogate(_text[_offset + 1]))
            {
                _byteOffset += 4;
                _offset += 2;
            }
            else
            {
                _byteOffset += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
                _offset++;
            }
        }

        return _offset;
    }

    private SyntaxError Translate(JsonException exception)
    {
        // The reader counts lines by line feeds alone.
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
            lineStart += _bytes[lineStart..].IndexOf((byte)'\n') + 1;
        var byteOffset = Math.Min(lineStart + (int)(exception.BytePositionInLine ?? 0), _bytes.Length);

        _byteOffset = 0;
        _offset = _text.StartsWith('\uFEFF') ? 1 : 0;
        var offset = OffsetOf(byteOffset);
        var message = exception.Message;
        var suffix = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new SyntaxError(YamlErrors.SpanAt(_text, offset, offset), suffix < 0 ? message : message[..suffix], SyntaxErrorKind.Invalid);
    }
}
