using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Ini;

/// <summary>Reads a file of keys and values, line by line.</summary>
internal sealed class IniReader
{
    private static readonly TextEscaping Word = TextEscaping.Only(
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/:,@%*()=~<>![] "));

    private readonly string _text;
    private readonly TokenListBuilder _tokens;
    private readonly ImmutableArray<IniEntry>.Builder _entries = ImmutableArray.CreateBuilder<IniEntry>();
    private readonly ImmutableArray<IniSection>.Builder _sections = ImmutableArray.CreateBuilder<IniSection>();
    private readonly ImmutableArray<SyntaxToken>.Builder _includes = ImmutableArray.CreateBuilder<SyntaxToken>();
    private IniSection? _section;
    private int _next;

    /// <summary>Reads <paramref name="text"/>.</summary>
    public IniReader(string text, IniDialect dialect)
    {
        _text = text;
        Dialect = dialect;
        _tokens = new TokenListBuilder(text);
        while (_next < text.Length)
            ReadLine();
        (Tokens, Comments) = (_tokens.ToTokens(), _tokens.ToComments());
    }

    public IniDialect Dialect { get; }

    public ImmutableArray<SyntaxToken> Tokens { get; }

    public ImmutableArray<SyntaxComment> Comments { get; }

    public ImmutableArray<IniEntry> Entries => _entries.ToImmutable();

    public ImmutableArray<IniSection> Sections => _sections.ToImmutable();

    public ImmutableArray<SyntaxToken> Includes => _includes.ToImmutable();

    /// <summary>True for a value that <c>postgresql.conf</c> takes without quotes: a word, an integer with or without unit, a decimal number.</summary>
    public static bool IsPostgreSqlWord(string value)
    {
        var rest = value.AsSpan();
        if (rest.IsEmpty)
            return false;
        if (IsLetter(rest[0]))
        {
            foreach (var c in rest)
            {
                if (!IsLetter(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.' or ':' or '/'))
                    return false;
            }

            return true;
        }

        if (rest[0] is '+' or '-')
            rest = rest[1..];
        var digits = SkipDigits(rest);
        if (digits < rest.Length && rest[digits] == '.')
            return SkipDigits(rest[(digits + 1)..]) is var decimals && digits + decimals > 0 && digits + 1 + decimals == rest.Length;
        return digits > 0 && rest[digits..].IndexOfAnyExcept(Units) < 0;

        static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is '_' or >= '\u0080';
        static int SkipDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var found ? found : text.Length;
    }

    private static readonly SearchValues<char> Units = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private void ReadLine()
    {
        var end = LineBreaks.EndOfLine(_text, _next);
        var start = LineBreaks.SkipBlanks(_text, _next);
        _next = LineBreaks.Skip(_text, end);
        if (start >= end)
            return;
        if (_text[start] == '#' || (_text[start] == ';' && Dialect != IniDialect.PostgreSql))
            _tokens.AddComment(start);
        else if (Dialect == IniDialect.PostgreSql)
            ReadPostgreSql(start, end);
        else if (_text[start] == '[')
            ReadSection(start, end);
        else if (Dialect == IniDialect.MySql)
            ReadMySql(start, end);
        else
            ReadPython(start, end);
    }

    private void AddUnknown(int start, int end) => _tokens.Add(SyntaxTokenKind.Text, start, LineBreaks.TrimEnd(_text, start, end));

    private void AddEntry(SyntaxToken keyToken, int keyEnd, int firstToken, ImmutableArray<SyntaxToken> values)
    {
        var end = values.IsEmpty ? keyEnd : values[^1].Span.End;
        var key = keyToken.Value.Replace('-', '_');
        _entries.Add(new IniEntry(
            _section,
            keyToken,
            Dialect == IniDialect.MySql ? key : key.ToLowerInvariant(),
            values,
            TextSpan.FromBounds(keyToken.Span.Start, end),
            firstToken,
            _tokens.Count - firstToken));
        _section?.EndAt(end, _tokens.Count);
    }

    private void ReadSection(int start, int end)
    {
        var close = _text.IndexOf(']', start, end - start);
        if (close < 0)
        {
            AddUnknown(start, end);
            return;
        }

        _tokens.Add(SyntaxTokenKind.Punctuation, start, start + 1);
        var from = LineBreaks.SkipBlanks(_text, start + 1);
        var name = _tokens.Add(SyntaxTokenKind.Name, from, Math.Max(from, LineBreaks.TrimEnd(_text, from, close)));
        _tokens.Add(SyntaxTokenKind.Punctuation, close, close + 1);
        _section = new IniSection(name, TextSpan.FromBounds(start, close + 1), _tokens.Count);
        _sections.Add(_section);

        var behind = LineBreaks.SkipBlanks(_text, close + 1);
        if (behind >= end)
            return;
        if (_text[behind] is '#' or ';')
            _tokens.AddComment(behind);
        else
            AddUnknown(behind, end);
    }

    private void ReadMySql(int start, int end)
    {
        var comment = FindMySqlComment(start, end);
        if (comment < end)
            _tokens.AddComment(comment);
        end = LineBreaks.TrimEnd(_text, start, comment);
        if (_text[start] == '!')
        {
            var word = start;
            while (word < end && _text[word] is not (' ' or '\t'))
                word++;
            _tokens.Add(SyntaxTokenKind.Name, start, word);
            var path = LineBreaks.SkipBlanks(_text, word);
            if (path < end)
                _includes.Add(_tokens.Add(SyntaxTokenKind.Text, path, end, Word));
            return;
        }

        var first = _tokens.Count;
        var equals = _text.IndexOf('=', start, end - start);
        var key = _tokens.Add(SyntaxTokenKind.Name, start, LineBreaks.TrimEnd(_text, start, equals < 0 ? end : equals));
        ImmutableArray<SyntaxToken> values = [];
        if (equals >= 0)
        {
            _tokens.Add(SyntaxTokenKind.Punctuation, equals, equals + 1);
            var value = LineBreaks.SkipBlanks(_text, equals + 1);
            if (value < end)
                values = [_tokens.Add(MySqlValue(value, end))];
        }

        AddEntry(key, equals < 0 ? key.Span.End : equals + 1, first, values);
    }

    /// <summary>MySQL takes a <c>#</c> anywhere outside quotes for the start of a comment.</summary>
    private int FindMySqlComment(int start, int end)
    {
        var quote = '\0';
        var isEscaped = false;
        for (var i = start; i < end; i++)
        {
            var c = _text[i];
            if (c is '\'' or '"' && !isEscaped)
            {
                if (quote == '\0')
                    quote = c;
                else if (quote == c)
                    quote = '\0';
            }

            if (quote == '\0' && c == '#')
                return i;
            isEscaped = quote != '\0' && c == '\\' && !isEscaped;
        }

        return end;
    }

    private SyntaxToken MySqlValue(int start, int end)
    {
        var isQuoted = end - start > 1 && _text[start] is '\'' or '"' && _text[end - 1] == _text[start];
        var content = isQuoted ? TextSpan.FromBounds(start + 1, end - 1) : TextSpan.FromBounds(start, end);
        return new SyntaxToken(SyntaxTokenKind.Text, TextSpan.FromBounds(start, end), token =>
        {
            var builder = new MappedTextBuilder(token, _text);
            for (var i = content.Start; i < content.End;)
            {
                var meaning = _text[i] == '\\' && i + 1 < content.End
                    ? _text[i + 1] switch
                    {
                        'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", 's' => " ", '"' => "\"", '\'' => "'", '\\' => "\\", _ => null,
                    }
                    : null;
                if (meaning is null)
                    builder.Append(i++, 1);
                else
                    builder.Append(i, 2, meaning);
                i += meaning is null ? 0 : 2;
            }

            return builder.Build(content, Word);
        });
    }

    private void ReadPostgreSql(int start, int end)
    {
        var keyEnd = start;
        while (keyEnd < end && (char.IsAsciiLetterOrDigit(_text[keyEnd]) || _text[keyEnd] is '_' or '.' or '$' or >= '\u0080'))
            keyEnd++;
        var value = LineBreaks.SkipBlanks(_text, keyEnd);
        var equals = value < end && _text[value] == '=' ? value : -1;
        if (equals >= 0)
            value = LineBreaks.SkipBlanks(_text, equals + 1);
        var valueEnd = EndOfPostgreSqlValue(value, end);
        var behind = LineBreaks.SkipBlanks(_text, valueEnd);
        var isRead = keyEnd > start && valueEnd > value && (behind >= end || _text[behind] == '#');
        if (!isRead)
        {
            var comment = _text.IndexOf('#', start, end - start);
            behind = comment < 0 ? end : comment;
            AddUnknown(start, behind);
        }

        if (behind < end)
            _tokens.AddComment(behind);
        if (!isRead)
            return;

        var first = _tokens.Count;
        var key = _tokens.Add(SyntaxTokenKind.Name, start, keyEnd);
        if (equals >= 0)
            _tokens.Add(SyntaxTokenKind.Punctuation, equals, equals + 1);
        var token = _tokens.Add(_text[value] == '\'' ? PostgreSqlString(value, valueEnd) : new SyntaxToken(
            SyntaxTokenKind.Text, _text, TextSpan.FromBounds(value, valueEnd), PostgreSqlWord.Instance));
        if (key.Value.ToLowerInvariant() is "include" or "include_if_exists" or "include_dir")
            _includes.Add(token);
        else
            AddEntry(key, keyEnd, first, [token]);
    }

    private int EndOfPostgreSqlValue(int start, int end)
    {
        var position = start;
        if (start < end && _text[start] == '\'')
        {
            for (position++; position < end; position++)
            {
                if (_text[position] == '\\')
                    position++;
                else if (_text[position] == '\'' && position + 1 < end && _text[position + 1] == '\'')
                    position++;
                else if (_text[position] == '\'')
                    return position + 1;
            }

            // Not closed: no value.
            return start;
        }

        while (position < end && _text[position] is not (' ' or '\t' or '#' or '\'' or '='))
            position++;
        return position;
    }

    private SyntaxToken PostgreSqlString(int start, int end) => new(SyntaxTokenKind.Text, TextSpan.FromBounds(start, end), token =>
    {
        var builder = new MappedTextBuilder(token, _text);
        for (var i = start + 1; i < end - 1;)
        {
            var length = 1;
            if (_text[i] == '\'')
            {
                length = 2;
                builder.Append(i, length, "'");
            }
            else if (_text[i] == '\\')
            {
                var code = 0;
                while (length < 4 && i + length < end - 1 && _text[i + length] is >= '0' and <= '7' and var digit)
                {
                    code = (code * 8) + (digit - '0');
                    length++;
                }

                var meaning = length > 1 ? ((char)(code & 0xFF)).ToString() : _text[i + 1] switch
                {
                    'b' => "\b", 'f' => "\f", 'n' => "\n", 'r' => "\r", 't' => "\t", var c => c.ToString(),
                };
                length = Math.Max(2, length);
                builder.Append(i, length, meaning);
            }
            else
            {
                builder.Append(i, 1);
            }

            i += length;
        }

        return builder.Build(TextSpan.FromBounds(start + 1, end - 1), PostgreSqlQuoted.Instance);
    });

    private void ReadPython(int start, int end)
    {
        var delimiter = _text.AsSpan(start, end - start).IndexOfAny('=', ':');
        var keyEnd = delimiter < 0 ? start : LineBreaks.TrimEnd(_text, start, start + delimiter);
        if (keyEnd == start)
        {
            AddUnknown(start, end);
            return;
        }

        var first = _tokens.Count;
        var key = _tokens.Add(SyntaxTokenKind.Name, start, keyEnd);
        _tokens.Add(SyntaxTokenKind.Punctuation, start + delimiter, start + delimiter + 1);
        var values = ImmutableArray.CreateBuilder<SyntaxToken>();
        var value = LineBreaks.SkipBlanks(_text, start + delimiter + 1);
        if (value < end)
            values.Add(_tokens.Add(SyntaxTokenKind.Text, value, LineBreaks.TrimEnd(_text, value, end), Word));
        ReadContinuation(IndentationOf(start), values);
        AddEntry(key, start + delimiter + 1, first, values.DrainToImmutable());
    }

    /// <summary>Lines that are indented more than their key belong to its value; blank lines and comments between them do not end it.</summary>
    private void ReadContinuation(int indentation, ImmutableArray<SyntaxToken>.Builder values)
    {
        while (_next < _text.Length)
        {
            var start = LineBreaks.SkipBlanks(_text, _next);
            var end = LineBreaks.EndOfLine(_text, _next);
            if (start < end && _text[start] is '#' or ';')
            {
                _tokens.AddComment(start);
            }
            else if (start < end)
            {
                if (start - _next <= indentation)
                    return;

                // In lists a comment behind an item is the reader's to drop: setuptools and tox do.
                var comment = FindBlankAndHash(start, end);
                values.Add(_tokens.Add(SyntaxTokenKind.Text, start, LineBreaks.TrimEnd(_text, start, comment), Word));
                if (comment < end)
                    _tokens.AddComment(comment);
            }

            _next = LineBreaks.Skip(_text, end);
        }
    }

    private int FindBlankAndHash(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (_text[i] == '#' && _text[i - 1] is ' ' or '\t')
                return i;
        }

        return end;
    }

    private int IndentationOf(int start)
    {
        var position = start;
        while (position > 0 && _text[position - 1] is ' ' or '\t')
            position--;
        return start - position;
    }

    private sealed class PostgreSqlWord : TextEscaping
    {
        public static PostgreSqlWord Instance { get; } = new();

        public override string? Escape(string text) => text.Length == 0 || IsPostgreSqlWord(text) || IsPostgreSqlWord("a" + text) ? text : null;
    }

    private sealed class PostgreSqlQuoted : TextEscaping
    {
        public static PostgreSqlQuoted Instance { get; } = new();

        public override string? Escape(string text)
        {
            foreach (var c in text)
            {
                if (char.IsControl(c))
                    return null;
            }

            return text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        }
    }
}
