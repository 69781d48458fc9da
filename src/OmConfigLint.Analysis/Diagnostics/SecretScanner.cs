using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Finds secrets line by line, remembering what the lines before say about the next one.</summary>
internal ref struct SecretScanner
{
    private const string PrivateKeyBegin = "-----BEGIN ";
    private const string PrivateKeyName = "PRIVATE KEY";
    private const string PrivateKeyEnd = "-----END ";

    /// <summary>How far the end of a URL's password or of a variable's default is looked for; bounds the work on one endless line.</summary>
    private const int LongestSearch = 1024;

    private const int ShortestToken = 20;

    private static readonly SearchValues<char> AuthorityEnd = SearchValues.Create(" \t\"'`<>,");

    private static readonly SearchValues<char> PairCharacters = SearchValues.Create("{[}]:=-");

    private readonly string _text;
    private readonly List<TextSpan> _spans = [];

    private int _line;
    private int _start;
    private int _end;
    private bool _isComment;

    /// <summary>Deeper lines continue a secret value; -1 where none is open.</summary>
    private int _valueIndent = -1;
    private Continuation _continuation;

    /// <summary>The quote that has not been closed; else NUL.</summary>
    private char _quote;
    private bool _inPrivateKey;

    /// <summary>The line of <c>name: DB_PASSWORD</c>, whose <c>value</c> follows.</summary>
    private int _secretNameLine = -10;

    /// <summary>The line of <c>secretRef: NAME</c>: the <c>secretKey</c> beside it is a name too.</summary>
    private int _secretRefLine = -10;

    private SecretScanner(string text) => _text = text;

    private enum Continuation
    {
        /// <summary>A block scalar: every deeper line is content.</summary>
        Block,

        /// <summary>A plain scalar, or a value that begins on the next line: a deeper line is content unless it looks like an entry.</summary>
        Plain,
    }

    /// <summary>The secrets of the lines of <paramref name="text"/> that start at or before <paramref name="last"/>, sorted, not overlapping.</summary>
    public static ImmutableArray<TextSpan> Scan(string text, int last)
    {
        var scanner = new SecretScanner(text);
        for (var start = 0; start < text.Length && start <= last;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            scanner.ScanLine(start, end);
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
                start++;
        }

        return Merge(scanner._spans);
    }

    private static ImmutableArray<TextSpan> Merge(List<TextSpan> spans)
    {
        spans.Sort();
        var merged = ImmutableArray.CreateBuilder<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
                merged[^1] = TextSpan.FromBounds(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            else
                merged.Add(span);
        }

        return merged.ToImmutable();
    }

    private void ScanLine(int start, int end)
    {
        (_start, _end) = (start, end);
        _line++;
        var content = start;
        while (content < end && _text[content] is ' ' or '\t')
            content++;
        if (content == end)
            return;

        _isComment = _text[content] == '#';
        if (_inPrivateKey && IsPrivateKeyLine(_text.AsSpan(content, end - content)))
        {
            Add(content, end);
            return;
        }

        _inPrivateKey = false;
        if (_quote != '\0')
        {
            var close = ClosingQuote(content, _quote);
            AddValue(content, close < 0 ? end : close);
            if (close < 0)
                return;
            _quote = '\0';
            ScanTokens(close + 1);
            ScanPairs(close + 1);
            return;
        }

        // An item of a sequence may stand below the key's first letter.
        var isItem = _continuation == Continuation.Plain && IsAt("- ", content);
        var value = isItem ? SkipBlanks(content + 1) : content;
        if (_valueIndent >= 0 && content - start > _valueIndent - (isItem ? 1 : 0)
            && (_continuation == Continuation.Block || (value < end && !LooksLikeEntry(_text.AsSpan(value, end - value)))))
        {
            AddValue(value, end);
            return;
        }

        // A comment between a key and its value does not part them.
        if (!_isComment)
            _valueIndent = -1;
        ScanPrivateKeys(content);
        ScanTokens(content);
        ScanPairs(content);
    }

    private void ScanPrivateKeys(int position)
    {
        while (true)
        {
            var begin = IndexOf(PrivateKeyBegin, position);
            if (begin < 0)
                return;
            var name = IndexOf(PrivateKeyName, begin);
            var dashes = name < 0 ? -1 : IndexOf("-----", name);
            if (dashes < 0)
                return;

            position = dashes + "-----".Length;
            var close = IndexOf(PrivateKeyEnd, position);
            Add(position, close < 0 ? _end : close);
            if (close < 0)
            {
                _inPrivateKey = true;
                return;
            }

            position = close + PrivateKeyEnd.Length;
        }
    }

    /// <summary>True for a line of Base64, a header of RFC 1421, or one that is quoted, escaped or commented out.</summary>
    private static bool IsPrivateKeyLine(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t#\"'+,\\");
        if (line.EndsWith("\\n"))
            line = line[..^2];
        if (line.StartsWith("Proc-Type:") || line.StartsWith("DEK-Info:") || line.StartsWith("Version:") || line.StartsWith("Comment:"))
            return true;
        foreach (var c in line)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '='))
                return false;
        }

        return true;
    }

    /// <summary>Finds every <c>key: value</c>, <c>key=value</c>, <c>--key value</c>, URL and token from <paramref name="position"/> on.</summary>
    private void ScanPairs(int position)
    {
        var flowDepth = 0;
        for (var i = position; i < _end; i++)
        {
            // Most of a line is letters, which start nothing.
            var next = _text.AsSpan(i, _end - i).IndexOfAny(PairCharacters);
            if (next < 0)
                return;
            i += next;
            switch (_text[i])
            {
                case '{' or '[':
                    flowDepth++;
                    if (i > _start && _text[i - 1] == '$')
                        ScanVariable(i - 1);
                    break;
                case '}' or ']':
                    flowDepth--;
                    break;
                case ':' when IsAt("://", i):
                    ScanAuthority(i + 3);
                    break;
                case ':' when i + 1 == _end || _text[i + 1] is ' ' or '\t' || (i > _start && _text[i - 1] is '"' or '\''):
                    i = ScanEntry(i, flowDepth) - 1;
                    break;
                case '=' when i > _start && _text[i - 1] is not ('=' or '!' or '<' or '>') && (i + 1 == _end || _text[i + 1] != '='):
                    i = ScanAssignment(i) - 1;
                    break;
                case '-' when IsAt("--", i) && (i == _start || _text[i - 1] is ' ' or '\t' or '"' or '\''):
                    i = ScanOption(i) - 1;
                    break;
            }
        }
    }

    /// <summary>Handles the <c>:</c> at <paramref name="colon"/>; returns where to go on.</summary>
    private int ScanEntry(int colon, int flowDepth)
    {
        var key = KeyBefore(colon);
        var name = _text.AsSpan(key.Start, key.Length);
        var value = SkipBlanks(colon + 1);
        if (name.SequenceEqual("name"))
        {
            var end = value;
            while (end < _end && (IsKeyCharacter(_text[end]) || _text[end] is '"' or '\''))
                end++;
            _secretNameLine = SecretKey.IsSecret(_text.AsSpan(value, end - value)) ? _line : -10;
            return colon + 1;
        }

        if (name.SequenceEqual("secretRef"))
            _secretRefLine = _line;
        if (name.SequenceEqual("secretKey") && _line - _secretRefLine <= 1)
            return colon + 1;
        var isNamedValue = name.SequenceEqual("value") && _line - _secretNameLine <= 2;
        if (!isNamedValue && !SecretKey.IsSecret(name))
            return colon + 1;
        return ScanEntryValue(value, key.Start - _start, flowDepth, keyIsQuoted: key.End < colon && _text[key.End] == '"');
    }

    private int ScanEntryValue(int value, int keyColumn, int flowDepth, bool keyIsQuoted)
    {
        while (value < _end && _text[value] is '&' or '!')
        {
            var property = value;
            while (value < _end && _text[value] is not (' ' or '\t'))
                value++;
            var propertyEnd = value;
            value = SkipBlanks(value);
            // A secret that begins like an anchor or a tag and lacks its quotes.
            if ((value == _end || _text[value] == '#') && !(IsAt("!!", property) || HasCounterpart(property, '*')))
                AddValue(property, propertyEnd);
        }

        if (value == _end || _text[value] == '#')
        {
            Continue(Continuation.Plain, keyColumn);
            return _end;
        }

        switch (_text[value])
        {
            case '|' or '>' when IsBlockHeader(value):
                Continue(Continuation.Block, keyColumn);
                return _end;
            case '{' when IsAt("{{", value) || IsAt("{%", value):
                break;
            case '[' or '{':
                return ScanItems(value, keyColumn, flowDepth);
            case '*' when HasCounterpart(value, '&'):
                return value;
            case '"' or '\'' or '\\':
                return ScanQuoted(value, mayContinue: true);
        }

        var end = flowDepth > 0 ? EndOfFlow(value, isAll: false) : EndOfPlainScalar(value);

        // A line of a JSON text whose braces stand on other lines.
        if (_text[end - 1] == ',' && keyIsQuoted)
            end--;
        AddValue(value, end);
        if (flowDepth <= 0)
            Continue(Continuation.Plain, keyColumn);
        return end;
    }

    /// <summary>True where the text holds the alias of the anchor, or the anchor of the alias, at <paramref name="position"/>.</summary>
    private readonly bool HasCounterpart(int position, char mark)
    {
        var end = position + 1;
        while (end < _end && _text[end] is not (' ' or '\t' or ',' or ']' or '}'))
            end++;
        return end > position + 1 && _text.Contains($"{mark}{_text.AsSpan(position + 1, end - position - 1)}", StringComparison.Ordinal);
    }

    /// <summary>Handles the bracket at <paramref name="open"/> behind a secret's key: all in it is secret, unless it has keys of its own.</summary>
    private int ScanItems(int open, int keyColumn, int flowDepth)
    {
        var end = EndOfFlow(open + 1, isAll: true);
        if (IsAt("[{", open) || (_text[open] == '{' && _text.AsSpan(open, end - open).Contains(':')))
            return open;

        AddValue(open + 1, end);
        if (end == _end && flowDepth <= 0)
            Continue(Continuation.Plain, keyColumn);
        return end;
    }

    /// <summary>Handles the <c>=</c> at <paramref name="equals"/>; returns where to go on.</summary>
    private int ScanAssignment(int equals)
    {
        var key = KeyBefore(equals);
        if (!SecretKey.IsSecret(_text.AsSpan(key.Start, key.Length)))
            return equals + 1;

        var value = SkipBlanks(equals + 1);
        if (value == _end)
            return _end;
        if (_text[value] is '"' or '\'' or '\\')
            return ScanQuoted(value, mayContinue: false);

        // `- "PASSWORD=secret"` ends with its quote, a line of its own (`PASSWORD = two words # x`) like a YAML value, all others with the word.
        var before = key.Start > _start ? _text[key.Start - 1] : ' ';
        int end;
        if (before is '"' or '\'')
            end = ClosingQuote(value, before) is var close and >= 0 ? close : _end;
        else if (_text.AsSpan(_start, key.Start - _start).TrimStart(" \t-#").IsEmpty)
            end = _text[value] == '#' ? value : EndOfPlainScalar(value);
        else
            end = EndOfWord(value);
        AddValue(value, end);
        return end;
    }

    /// <summary>Handles the option at <paramref name="dashes"/>; returns where to go on.</summary>
    private int ScanOption(int dashes)
    {
        var end = dashes;
        while (end < _end && IsKeyCharacter(_text[end]))
            end++;
        if (end == _end || _text[end] is not (' ' or '\t') || !SecretKey.IsSecret(_text.AsSpan(dashes, end - dashes)))
            return end;

        var value = SkipBlanks(end);
        if (value == _end || _text[value] == '-')
            return value;
        if (_text[value] is '"' or '\'' or '\\')
            return ScanQuoted(value, mayContinue: false);
        end = EndOfWord(value);
        AddValue(value, end);
        return end;
    }

    /// <summary>Handles the <c>${</c> at <paramref name="dollar"/>: the default of a variable that is named as a secret.</summary>
    private readonly void ScanVariable(int dollar)
    {
        var name = dollar + 2;
        while (name < _end && IsKeyCharacter(_text[name]) && _text[name] != '-')
            name++;
        if (!SecretKey.IsSecret(_text.AsSpan(dollar + 2, name - dollar - 2)))
            return;
        var depth = 0;
        for (var i = name; i < Math.Min(_end, name + LongestSearch); i++)
        {
            if (_text[i] == '{')
                depth++;
            else if (_text[i] == '}' && depth-- == 0)
            {
                AddValue(dollar, i + 1);
                return;
            }
        }
    }

    /// <summary>Handles the quote, or the escaped quote of a JSON text within a string, at <paramref name="open"/>.</summary>
    private int ScanQuoted(int open, bool mayContinue)
    {
        if (_text[open] == '\\')
        {
            var inner = open + 2;
            var escapedClose = open + 1 < _end ? IndexOf(_text.AsSpan(open, 2), Math.Min(inner, _end)) : -1;
            AddValue(Math.Min(inner, _end), escapedClose < 0 ? _end : escapedClose);
            return escapedClose < 0 ? _end : escapedClose + 2;
        }

        var close = ClosingQuote(open + 1, _text[open]);
        AddValue(open + 1, close < 0 ? _end : close);
        if (close >= 0)
            return close + 1;
        if (mayContinue && !_isComment)
            _quote = _text[open];
        return _end;
    }

    /// <summary>Masks the password of a URL's <c>user:password@host</c>.</summary>
    private void ScanAuthority(int start)
    {
        var limit = _text.AsSpan(start, Math.Min(_end - start, LongestSearch));
        var stop = limit.IndexOfAny(AuthorityEnd);
        var authority = stop < 0 ? limit : limit[..stop];
        var colon = ColonOutsideBraces(authority);
        if (colon < 0)
            return;

        var path = authority.IndexOfAny("/?#");
        var at = (path < 0 ? authority : authority[..path]).LastIndexOf('@');
        // A password with a raw slash; `host:8080/@x` has none.
        if (at < 0 && path > colon + 1 && authority[(colon + 1)..path].IndexOfAnyExceptInRange('0', '9') >= 0)
            at = authority.LastIndexOf('@');
        if (at > colon)
            AddValue(start + colon + 1, start + at);
    }

    /// <summary>Masks JSON web tokens: Base64 of <c>{"</c>.</summary>
    private readonly void ScanTokens(int position)
    {
        for (var start = IndexOf("eyJ", position); start >= 0; start = IndexOf("eyJ", position))
        {
            position = start;
            while (position < _end && IsTokenCharacter(_text[position]))
                position++;
            if (position - start >= ShortestToken && (start == _start || !IsTokenCharacter(_text[start - 1])))
                Add(start, position);
        }
    }

    /// <summary>The key that ends before the <c>:</c> or <c>=</c> at <paramref name="separator"/>, without its quotes; empty where there is none.</summary>
    private readonly TextSpan KeyBefore(int separator)
    {
        var end = separator;
        while (end > _start && _text[end - 1] is ' ' or '\t')
            end--;
        var start = end;
        if (end > _start && _text[end - 1] is '"' or '\'')
        {
            end--;
            start = _text.LastIndexOf(_text[end], Math.Max(end - 1, _start), Math.Max(end - _start, 0)) + 1;
            if (start <= _start)
                start = end;
            return TextSpan.FromBounds(start, end);
        }

        while (start > _start && IsKeyCharacter(_text[start - 1]))
            start--;
        return TextSpan.FromBounds(start, end);
    }

    private readonly int ClosingQuote(int position, char quote)
    {
        for (var i = position; i < _end; i++)
        {
            if (quote == '"' && _text[i] == '\\')
                i++;
            else if (_text[i] == quote && quote == '\'' && i + 1 < _end && _text[i + 1] == '\'')
                i++;
            else if (_text[i] == quote)
                return i;
        }

        return -1;
    }

    private readonly int EndOfPlainScalar(int start)
    {
        var end = IndexOf(" #", start);
        return start + _text.AsSpan(start, (end < 0 ? _end : end) - start).TrimEnd(" \t").Length;
    }

    private readonly int EndOfWord(int start)
    {
        var end = start;
        while (end < _end && _text[end] is not (' ' or '\t' or '"' or '\'' or '&' or ';'))
            end++;
        return end;
    }

    /// <summary>Where the scalar ends that starts at <paramref name="start"/> in a flow collection, or all that is in the collection.</summary>
    private readonly int EndOfFlow(int start, bool isAll)
    {
        var depth = 0;
        for (var i = start; i < _end; i++)
        {
            if (_text[i] is '{' or '[')
                depth++;
            else if ((_text[i] is '}' or ']' && depth-- == 0) || (_text[i] == ',' && depth == 0 && !isAll))
                return start + _text.AsSpan(start, i - start).TrimEnd(" \t").Length;
        }

        return _end;
    }

    private readonly bool IsBlockHeader(int position)
    {
        var rest = _text.AsSpan(position + 1, _end - position - 1).TrimStart("+-123456789").Trim(" \t");
        return rest.IsEmpty || rest[0] == '#';
    }

    private static bool LooksLikeEntry(ReadOnlySpan<char> line)
    {
        if (line[0] is '#' or '{' or '[' or '}' or ']' || line is "-" || line.StartsWith("- ") || line.StartsWith("---"))
            return true;
        var colon = line.IndexOf(": ");
        return colon >= 0 || line.TrimEnd(" \t")[^1] == ':';
    }

    private static int ColonOutsideBraces(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}')
                depth--;
            else if (text[i] == ':' && depth == 0)
                return i;
        }

        return -1;
    }

    private static bool IsKeyCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '+' or '/' or '=';

    private readonly bool IsAt(string part, int position) => _text.AsSpan(position, _end - position).StartsWith(part);

    private readonly int IndexOf(ReadOnlySpan<char> part, int position)
    {
        var found = _text.AsSpan(position, _end - position).IndexOf(part);
        return found < 0 ? -1 : position + found;
    }

    private readonly int SkipBlanks(int position)
    {
        while (position < _end && _text[position] is ' ' or '\t')
            position++;
        return position;
    }

    private void Continue(Continuation continuation, int keyColumn)
    {
        if (!_isComment)
            (_continuation, _valueIndent) = (continuation, keyColumn);
    }

    private readonly void AddValue(int start, int end)
    {
        var part = SecretPlaceholder.SecretPart(_text.AsSpan(start, end - start));
        var (offset, length) = part.GetOffsetAndLength(end - start);
        Add(start + offset, start + offset + length);
    }

    private readonly void Add(int start, int end)
    {
        if (end > start)
            _spans.Add(TextSpan.FromBounds(start, end));
    }
}
