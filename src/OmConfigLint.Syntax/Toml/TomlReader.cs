using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Toml;

/// <summary>Reads a TOML 1.0 document. Brackets are kept on a stack of our own, so that nesting takes no stack of the thread.</summary>
internal sealed class TomlReader(string text, SyntaxLimits limits)
{
    private readonly TokenListBuilder _tokens = new(text);
    private readonly Dictionary<(TomlNode Parent, string Key), TomlNode> _byKey = [];
    private readonly HashSet<TomlNode> _headed = [];
    private readonly HashSet<TomlNode> _closed = [];
    private int _position;
    private SyntaxError? _error;

    public TomlNode Root { get; } = new(TomlNodeKind.Table, parent: null, key: null, keyToken: null, start: 0);

    public ImmutableArray<SyntaxToken> Tokens { get; private set; } = [];

    public ImmutableArray<SyntaxComment> Comments { get; private set; } = [];

    /// <summary>True for a key that needs no quotes.</summary>
    public static bool IsBareKey(string key) => key.Length > 0 && key.All(IsBareKeyCharacter);

    /// <summary>Reads the text.</summary>
    /// <returns>The first error; null where there is none.</returns>
    public SyntaxError? Read()
    {
        var table = Root;
        while (_error is null)
        {
            SkipToStatement();
            if (_position == text.Length || _error is not null)
                break;
            if (text[_position] == '[')
                table = ReadHeader() ?? table;
            else
                ReadEntry(table);
            if (_error is null)
                EndLine();
        }

        (Tokens, Comments) = (_tokens.ToTokens(), _tokens.ToComments());
        return _error;
    }

    private static bool IsBareKeyCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private char Current => _position < text.Length ? text[_position] : '\0';

    private bool Fail(int start, int end, string message, SyntaxErrorKind kind = SyntaxErrorKind.Invalid)
    {
        _error ??= new SyntaxError(TextSpan.FromBounds(Math.Min(start, text.Length), Math.Min(Math.Max(start, end), text.Length)), message, kind);
        return false;
    }

    private bool FailHere(string message) => Fail(_position, _position + (_position < text.Length ? 1 : 0), message);

    private void SkipBlanks() => _position = LineBreaks.SkipBlanks(text, _position);

    /// <summary>Skips blanks, line breaks and comments.</summary>
    private void SkipToStatement()
    {
        while (true)
        {
            _position = LineBreaks.SkipWhiteSpace(text, _position);
            if (Current != '#' || _position == text.Length)
                return;
            _position = _tokens.AddComment(_position);
        }
    }

    private void EndLine()
    {
        SkipBlanks();
        if (Current == '#' && _position < text.Length)
            _position = _tokens.AddComment(_position);
        if (_position < text.Length && Current is not ('\n' or '\r'))
            FailHere("a new line is needed between two entries");
    }

    private void Punctuation(int length)
    {
        _tokens.Add(SyntaxTokenKind.Punctuation, _position, _position + length);
        _position += length;
    }

    /// <summary><c>[a.b]</c> or <c>[[a.b]]</c>.</summary>
    private TomlNode? ReadHeader()
    {
        var start = _position;
        var isArray = start + 1 < text.Length && text[start + 1] == '[';
        Punctuation(isArray ? 2 : 1);
        SkipBlanks();
        if (ReadKeys() is not { } keys)
            return null;
        if (Current != ']' || (isArray && (_position + 1 >= text.Length || text[_position + 1] != ']')))
        {
            FailHere(isArray ? "`]]` is missing behind the name of a table" : "`]` is missing behind the name of a table");
            return null;
        }

        Punctuation(isArray ? 2 : 1);
        var parent = Walk(Root, keys.AsSpan(0, keys.Count - 1), start);
        if (parent is null)
            return null;

        var last = keys[^1];
        _byKey.TryGetValue((parent, last.Value), out var node);
        if (isArray)
        {
            node ??= Child(TomlNodeKind.Array, parent, last, start);
            if (node.Kind != TomlNodeKind.Array || _closed.Contains(node))
                return Twice(last);
            node = new TomlNode(TomlNodeKind.Table, node, key: null, keyToken: null, start);
        }
        else
        {
            node ??= Child(TomlNodeKind.Table, parent, last, start);
            if (node.Kind != TomlNodeKind.Table || _closed.Contains(node) || !_headed.Add(node))
                return Twice(last);
        }

        node.EndAt(_position);
        return node;
    }

    private TomlNode? Twice(SyntaxToken key)
    {
        Fail(key.Span.Start, key.Span.End, $"`{key.Value}` is defined twice");
        return null;
    }

    private TomlNode Child(TomlNodeKind kind, TomlNode parent, SyntaxToken key, int start)
    {
        var child = new TomlNode(kind, parent, key.Value, key, start);
        _byKey.Add((parent, key.Value), child);
        return child;
    }

    /// <summary>The table at the end of <paramref name="keys"/>: implied tables are made, of an array of tables the last one is meant.</summary>
    private TomlNode? Walk(TomlNode from, ReadOnlySpan<SyntaxToken> keys, int start)
    {
        var node = from;
        foreach (var key in keys)
        {
            if (!_byKey.TryGetValue((node, key.Value), out var next))
                next = Child(TomlNodeKind.Table, node, key, start);
            if (next.Kind == TomlNodeKind.Array && !_closed.Contains(next) && next.Children.Count > 0)
                next = next.Children[^1];
            if (next.Kind != TomlNodeKind.Table || _closed.Contains(next))
                return Twice(key);
            node = next;
        }

        return node;
    }

    /// <summary><c>key = value</c> in <paramref name="table"/>.</summary>
    private void ReadEntry(TomlNode table)
    {
        var start = _position;
        if (OpenEntry(table) is not { } opened)
            return;
        ReadValue(opened.Parent, opened.Key, start);
        table.EndAt(_position);
        for (var node = opened.Parent; node != table && node.Parent is not null; node = node.Parent)
            node.EndAt(_position);
    }

    /// <summary>Reads <c>a.b =</c>.</summary>
    private (TomlNode Parent, SyntaxToken Key)? OpenEntry(TomlNode table)
    {
        var start = _position;
        if (ReadKeys() is not { } keys)
            return null;
        if (Current != '=')
        {
            FailHere("`=` is missing behind a key");
            return null;
        }

        Punctuation(1);
        SkipBlanks();
        if (Walk(table, keys.AsSpan(0, keys.Count - 1), start) is not { } parent)
            return null;
        if (_byKey.ContainsKey((parent, keys[^1].Value)))
        {
            Twice(keys[^1]);
            return null;
        }

        return (parent, keys[^1]);
    }

    private KeyList? ReadKeys()
    {
        var keys = new KeyList();
        while (true)
        {
            if (ReadKey() is not { } key)
                return null;
            keys.Add(key);
            if (keys.Count > limits.MaxDepth)
            {
                Fail(key.Span.Start, key.Span.End, $"tables are nested more than {Depth} deep", SyntaxErrorKind.LimitReached);
                return null;
            }

            SkipBlanks();
            if (Current != '.')
                return keys;
            Punctuation(1);
            SkipBlanks();
        }
    }

    private string Depth => limits.MaxDepth.ToString(CultureInfo.InvariantCulture);

    private SyntaxToken? ReadKey()
    {
        if (Current is '"' or '\'')
            return ReadString(SyntaxTokenKind.Name, isMultiLineAllowed: false);
        var start = _position;
        while (_position < text.Length && IsBareKeyCharacter(text[_position]))
            _position++;
        if (_position > start)
            return _tokens.Add(SyntaxTokenKind.Name, start, _position);
        FailHere("a key was expected");
        return null;
    }

    /// <summary>Reads a value with all that is nested in it.</summary>
    private void ReadValue(TomlNode parent, SyntaxToken? key, int start)
    {
        // Each open bracket; what follows it is read in the loop, not by recursion.
        var open = new Stack<TomlNode>();
        var outer = 0;
        for (var node = parent; node.Parent is not null; node = node.Parent)
            outer++;
        while (true)
        {
            if (ReadSingle(parent, key, start) is not { } value)
                return;
            if (value.Kind is TomlNodeKind.Array or TomlNodeKind.Table)
            {
                _closed.Add(value);
                open.Push(value);
                if (outer + open.Count > limits.MaxDepth)
                {
                    Fail(value.Span.Start, _position, $"values are nested more than {Depth} deep", SyntaxErrorKind.LimitReached);
                    return;
                }
            }

            // On to the next value, over closing brackets. Line breaks and comments may stand in arrays and, since TOML 1.1, in inline tables.
            var isFirst = value.Kind is TomlNodeKind.Array or TomlNodeKind.Table;
            while (open.TryPeek(out var container))
            {
                SkipToStatement();
                if (!isFirst && Current == ',' && _position < text.Length)
                {
                    Punctuation(1);
                    SkipToStatement();
                    isFirst = true;
                }

                if (Current == (container.Kind == TomlNodeKind.Array ? ']' : '}') && _position < text.Length)
                {
                    Punctuation(1);
                    open.Pop();
                    container.EndAt(_position);
                    isFirst = false;
                    continue;
                }

                if (!isFirst || _position == text.Length)
                {
                    FailHere(container.Kind == TomlNodeKind.Array ? "`,` or `]` is missing in an array" : "`,` or `}` is missing in an inline table");
                    return;
                }

                start = _position;
                (parent, key) = (container, null);
                if (container.Kind == TomlNodeKind.Table)
                {
                    // Its own dotted keys may add to it while it is open.
                    _closed.Remove(container);
                    var entry = OpenEntry(container);
                    _closed.Add(container);
                    if (entry is null)
                        return;
                    (parent, key) = entry.Value;
                }

                break;
            }

            if (open.Count == 0 || _error is not null)
                return;
        }
    }

    /// <summary>Reads a string or scalar whole, of an array or inline table the opening bracket.</summary>
    private TomlNode? ReadSingle(TomlNode parent, SyntaxToken? key, int start)
    {
        var kind = Current switch
        {
            '"' or '\'' => TomlNodeKind.String,
            '[' => TomlNodeKind.Array,
            '{' => TomlNodeKind.Table,
            _ => TomlNodeKind.Scalar,
        };
        SyntaxToken? token = null;
        var position = _position;
        if (kind == TomlNodeKind.String)
            token = ReadString(SyntaxTokenKind.Text, isMultiLineAllowed: true);
        else if (kind == TomlNodeKind.Scalar)
            token = ReadScalar();
        else
            Punctuation(1);
        if (_error is not null)
            return null;

        var node = key is null ? new TomlNode(kind, parent, key: null, keyToken: null, position) : Child(kind, parent, key, start);
        node.Token = token;
        node.EndAt(_position);
        return node;
    }

    private SyntaxToken? ReadScalar()
    {
        var start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] is '+' or '-' or '_' or '.' or ':'))
            _position++;

        // A date and a time may stand apart.
        if (_position - start == 10 && text[start + 4] == '-' && _position + 2 < text.Length && text[_position] == ' ' && char.IsAsciiDigit(text[_position + 1])
            && char.IsAsciiDigit(text[_position + 2]))
        {
            _position++;
            while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || text[_position] is '+' or '-' or '.' or ':'))
                _position++;
        }

        var word = text.AsSpan(start, _position - start);
        if (word is "true" or "false" || IsNumberOrTime(word))
            return _tokens.Add(SyntaxTokenKind.Text, start, _position);
        if (word.IsEmpty)
            FailHere("a value was expected");
        else
            Fail(start, _position, $"`{word}` is no value; strings stand in quotes");
        return null;
    }

    private static bool IsNumberOrTime(ReadOnlySpan<char> word)
    {
        var unsigned = word.Length > 0 && word[0] is '+' or '-' ? word[1..] : word;
        return unsigned is "inf" or "nan" || (unsigned.Length > 0 && char.IsAsciiDigit(unsigned[0]));
    }

    private SyntaxToken? ReadString(SyntaxTokenKind kind, bool isMultiLineAllowed)
    {
        var start = _position;
        var quote = text[start];
        var isMultiLine = isMultiLineAllowed && text.AsSpan(start).StartsWith(quote == '"' ? "\"\"\"" : "'''", StringComparison.Ordinal);
        var length = isMultiLine ? 3 : 1;
        var end = TomlString.FindEnd(text, start + length, quote, isMultiLine, out var contentEnd);
        if (end < 0)
        {
            Fail(start, start + length, "the string is not closed");
            return null;
        }

        string? problem = null;
        var token = new SyntaxToken(
            kind,
            TextSpan.FromBounds(start, end),
            owner => TomlString.Read(owner, text, TextSpan.FromBounds(start + length, contentEnd), quote, isMultiLine, out problem));
        if (problem is not null)
        {
            Fail(start, end, problem);
            return null;
        }

        _position = end;
        return _tokens.Add(token);
    }

    private sealed class KeyList : List<SyntaxToken>
    {
        public ReadOnlySpan<SyntaxToken> AsSpan(int start, int length) =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(this).Slice(start, length);
    }
}
