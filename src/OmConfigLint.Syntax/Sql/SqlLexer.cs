using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Sql;

/// <summary>Splits a script into statements and tokens.</summary>
internal sealed class SqlLexer(string text, SqlDialect dialect)
{
    private static readonly TextEscaping Number = TextEscaping.Only(SearchValues.Create("0123456789.eE+-"));

    private readonly ImmutableArray<SyntaxToken>.Builder _statement = ImmutableArray.CreateBuilder<SyntaxToken>();
    private readonly ImmutableArray<SqlStatement>.Builder _statements = ImmutableArray.CreateBuilder<SqlStatement>();
    private readonly TokenListBuilder _tokens = new(text);
    private string _delimiter = ";";
    private bool _isInCodeComment;
    private bool _doCommentsNest = dialect == SqlDialect.PostgreSql;
    private int _position;
    private SyntaxError? _error;

    public ImmutableArray<SqlStatement> Statements { get; private set; } = [];

    public ImmutableArray<SyntaxToken> Tokens { get; private set; } = [];

    public ImmutableArray<SyntaxComment> Comments { get; private set; } = [];

    private bool IsMySql => dialect == SqlDialect.MySql;

    /// <summary>Reads the text.</summary>
    /// <returns>The first error; null where there is none.</returns>
    public SyntaxError? Read()
    {
        while (_position < text.Length && _error is null)
            ReadToken();
        EndStatement();
        Statements = _statements.ToImmutable();
        (Tokens, Comments) = (_tokens.ToTokens(), _tokens.ToComments());
        return _error;
    }

    private void ReadToken()
    {
        var c = text[_position];
        var rest = text.AsSpan(_position);
        if (char.IsWhiteSpace(c))
            _position++;
        else if (_statement.Count == 0 && IsAtLineStart() && TryReadCommand(rest))
            return;
        else if (rest.StartsWith(_delimiter, StringComparison.OrdinalIgnoreCase))
            ReadDelimiter();
        else if (rest is ['-', '-', ..] || (c == '#' && IsMySql))
            _position = _tokens.AddComment(_position);
        else if (rest is ['/', '*', ..])
            ReadBlockComment(rest);
        else if (_isInCodeComment && rest is ['*', '/', ..])
            EndCodeComment();
        else if (c is '\'' or '"' or '`')
            ReadQuoted(c, _position);
        else if (c == '$' && !IsMySql && TryReadDollarQuoted())
            return;
        else if (char.IsAsciiDigit(c))
            Add(SyntaxTokenKind.Text, EndOfNumber(), Number);
        else if (IsLetter(c))
            ReadWord();
        else
            Add(SyntaxTokenKind.Punctuation, _position + (rest is [':', '=', ..] or ['@', '@', ..] or [':', ':', ..] ? 2 : 1));
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || c is '_' or >= '\u0080';

    private static bool IsWordCharacter(char c) => IsLetter(c) || char.IsAsciiDigit(c) || c == '$';

    private void Fail(int start, int length, string message) =>
        _error ??= new SyntaxError(TextSpan.FromBounds(start, Math.Min(start + length, text.Length)), message, SyntaxErrorKind.Invalid);

    private void Add(SyntaxTokenKind kind, int end, TextEscaping? escaping = null)
    {
        _statement.Add(_tokens.Add(kind, _position, end, escaping));
        _position = end;
    }

    private void EndStatement()
    {
        _isInCodeComment = false;
        if (_statement.Count == 0)
            return;
        _statements.Add(new SqlStatement(_statement.ToImmutable()));
        _statement.Clear();
    }

    private bool IsAtLineStart()
    {
        var position = _position;
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position == 0 || text[position - 1] is '\n' or '\r';
    }

    /// <summary>A command of the client, which ends with its line: MySQL's <c>DELIMITER</c>, psql's <c>\connect</c>.</summary>
    private bool TryReadCommand(ReadOnlySpan<char> rest)
    {
        const string delimiter = "delimiter";
        var end = LineBreaks.TrimEnd(text, _position, LineBreaks.EndOfLine(text, _position));
        if (IsMySql && rest.StartsWith(delimiter, StringComparison.OrdinalIgnoreCase))
        {
            var word = LineBreaks.SkipBlanks(text, _position + delimiter.Length);
            if (word == _position + delimiter.Length || word >= end)
                return false;
            var wordEnd = word;
            while (wordEnd < end && text[wordEnd] is not (' ' or '\t'))
                wordEnd++;
            Add(SyntaxTokenKind.Name, _position + delimiter.Length);
            _position = word;
            Add(SyntaxTokenKind.Text, wordEnd);
            _delimiter = text[word..wordEnd];
            _position = end;
        }
        else if (rest[0] == '\\')
        {
            Add(SyntaxTokenKind.Text, end);
        }
        else
        {
            return false;
        }

        EndStatement();
        return true;
    }

    private void ReadDelimiter()
    {
        var isCopy = _delimiter == ";" && IsCopyOfInput();
        Add(SyntaxTokenKind.Punctuation, _position + _delimiter.Length);
        EndStatement();
        if (isCopy)
            ReadCopiedLines();
    }

    private bool IsCopyOfInput()
    {
        if (_statement.Count == 0 || !_statement[0].Value.Equals("copy", StringComparison.OrdinalIgnoreCase))
            return false;
        for (var i = 1; i < _statement.Count; i++)
        {
            if (_statement[i].Value.Equals("stdin", StringComparison.OrdinalIgnoreCase) && _statement[i - 1].Value.Equals("from", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>The lines behind <c>COPY … FROM stdin;</c> up to <c>\.</c>.</summary>
    private void ReadCopiedLines()
    {
        var start = LineBreaks.Skip(text, LineBreaks.EndOfLine(text, _position));
        var end = start;
        while (end < text.Length)
        {
            var lineEnd = LineBreaks.EndOfLine(text, end);
            var isLast = text.AsSpan(end, lineEnd - end) is "\\.";
            end = isLast ? lineEnd : LineBreaks.Skip(text, lineEnd);
            if (isLast)
                break;
        }

        _position = start;
        if (end > start)
            Add(SyntaxTokenKind.Text, end);
        EndStatement();
    }

    private void ReadBlockComment(ReadOnlySpan<char> rest)
    {
        if (IsMySql && rest is ['/', '*', '!', ..])
        {
            var end = _position + 3;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            _isInCodeComment = true;
            Add(SyntaxTokenKind.Punctuation, end);
            return;
        }

        var close = EndOfBlockComment(_position);
        if (close < 0)
            Fail(_position, 2, "the comment is not closed");
        else
            _position = _tokens.AddComment(_position, close);
    }

    private void EndCodeComment()
    {
        Add(SyntaxTokenKind.Punctuation, _position + 2);
        _isInCodeComment = false;
    }

    /// <summary>Comments nest in PostgreSQL; where that does not come out even, they are taken not to in the rest of the text.</summary>
    private int EndOfBlockComment(int start)
    {
        if (_doCommentsNest)
        {
            var depth = 0;
            for (var i = start; i + 1 < text.Length; i++)
            {
                if (text[i] == '/' && text[i + 1] == '*')
                {
                    depth++;
                    i++;
                }
                else if (text[i] == '*' && text[i + 1] == '/')
                {
                    depth--;
                    i++;
                    if (depth == 0)
                        return i + 1;
                }
            }

            _doCommentsNest = false;
        }

        var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        return end < 0 ? -1 : end + 2;
    }

    private int EndOfNumber()
    {
        var end = _position;
        while (end < text.Length && (IsWordCharacter(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private void ReadWord()
    {
        var start = _position;
        var end = start + 1;
        while (end < text.Length && IsWordCharacter(text[end]))
            end++;
        if (end == start + 1 && end < text.Length && text[end] == '\'' && text[start] is 'e' or 'E' or 'b' or 'B' or 'x' or 'X' or 'n' or 'N')
        {
            ReadQuoted('\'', end);
            return;
        }

        if (_statement.Count == 0 && text.AsSpan(start, end - start) is var word
            && (word.Equals("insert", StringComparison.OrdinalIgnoreCase) || word.Equals("replace", StringComparison.OrdinalIgnoreCase)))
        {
            ReadData();
            return;
        }

        Add(SyntaxTokenKind.Name, end);
    }

    /// <summary>A statement that only carries data: one token up to its delimiter.</summary>
    private void ReadData()
    {
        var start = _position;
        var end = start;
        while (end < text.Length && !text.AsSpan(end).StartsWith(_delimiter, StringComparison.OrdinalIgnoreCase))
        {
            var rest = text.AsSpan(end);
            if (text[end] is '\'' or '"' or '`')
                end = EndOfQuoted(text[end], end, HasBackslashes(text[end], end > start ? text[end - 1] : ' '));
            else if (rest is ['-', '-', ..] || (text[end] == '#' && IsMySql))
                end = LineBreaks.EndOfLine(text, end);
            else if (rest is ['/', '*', ..])
                end = EndOfBlockComment(end);
            else if (text[end] == '$' && !IsMySql && EndOfDollarQuoted(end) is var quoted && quoted >= 0)
                end = quoted;
            else
                end++;
            if (end < 0)
            {
                Fail(start, 6, "a string, name or comment of the statement is not closed");
                return;
            }
        }

        var trimmed = end;
        while (trimmed > start && char.IsWhiteSpace(text[trimmed - 1]))
            trimmed--;
        Add(SyntaxTokenKind.Text, trimmed);
        _position = end;
    }

    private bool HasBackslashes(char quote, char before) => quote != '`' && (IsMySql || (quote == '\'' && before is 'e' or 'E'));

    private int EndOfQuoted(char quote, int start, bool hasBackslashes)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && hasBackslashes)
                i++;
            else if (text[i] == quote && i + 1 < text.Length && text[i + 1] == quote)
                i++;
            else if (text[i] == quote)
                return i + 1;
        }

        return -1;
    }

    /// <summary>Reads a string or name whose quote stands at <paramref name="quoteStart"/>, perhaps behind a prefix.</summary>
    private void ReadQuoted(char quote, int quoteStart)
    {
        var hasBackslashes = HasBackslashes(quote, quoteStart > _position ? text[_position] : ' ');
        var end = EndOfQuoted(quote, quoteStart, hasBackslashes);
        if (end < 0)
        {
            Fail(quoteStart, 1, quote == '\'' ? "the string is not closed" : "the quote is not closed");
            return;
        }

        var isName = quote == '`' || (quote == '"' && !IsMySql);
        var content = TextSpan.FromBounds(quoteStart + 1, end - 1);
        _statement.Add(_tokens.Add(new SyntaxToken(
            isName ? SyntaxTokenKind.Name : SyntaxTokenKind.Text,
            TextSpan.FromBounds(_position, end),
            token => ReadContent(token, content, quote, hasBackslashes))));
        _position = end;
    }

    private MappedText ReadContent(SyntaxToken token, TextSpan content, char quote, bool hasBackslashes)
    {
        var builder = new MappedTextBuilder(token, text);
        for (var i = content.Start; i < content.End;)
        {
            if (text[i] == '\\' && hasBackslashes && i + 1 < content.End)
            {
                var meaning = text[i + 1] switch
                {
                    'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", '0' => "\0", 'Z' => "\u001A", '%' => "\\%", '_' => "\\_", var c => c.ToString(),
                };
                builder.Append(i, 2, meaning);
                i += 2;
            }
            else if (text[i] == quote)
            {
                builder.Append(i, 2, quote.ToString());
                i += 2;
            }
            else
            {
                builder.Append(i++, 1);
            }
        }

        return builder.Build(content, new Quoted(quote, hasBackslashes));
    }

    private bool TryReadDollarQuoted()
    {
        var end = EndOfDollarQuoted(_position);
        if (end < 0)
            return false;
        var tag = text.IndexOf('$', _position + 1) - _position + 1;
        var content = TextSpan.FromBounds(_position + tag, end - tag);
        _statement.Add(_tokens.Add(new SyntaxToken(
            SyntaxTokenKind.Text, TextSpan.FromBounds(_position, end), token => MappedText.Verbatim(token, text, content, TextEscaping.Inert))));
        _position = end;
        return true;
    }

    /// <summary>The end of <c>$tag$…$tag$</c>; -1 where there is none.</summary>
    private int EndOfDollarQuoted(int start)
    {
        var tagEnd = start + 1;
        while (tagEnd < text.Length && (IsLetter(text[tagEnd]) || (char.IsAsciiDigit(text[tagEnd]) && tagEnd > start + 1)))
            tagEnd++;
        if (tagEnd >= text.Length || text[tagEnd] != '$' || (start > 0 && IsWordCharacter(text[start - 1])))
            return -1;
        var tag = text[start..(tagEnd + 1)];
        var end = text.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        if (end < 0)
            Fail(start, tag.Length, $"the string `{tag}` is not closed");
        return end < 0 ? -1 : end + tag.Length;
    }

    private sealed class Quoted(char quote, bool hasBackslashes) : TextEscaping
    {
        public override string? Escape(string text)
        {
            var escaped = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                if (char.IsControl(c))
                    return null;
                if (c == quote || (c == '\\' && hasBackslashes))
                    escaped.Append(c);
                escaped.Append(c);
            }

            return escaped.ToString();
        }
    }
}
