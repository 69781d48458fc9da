using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// Reads Python as tokens (Python 3, up to the nested f-strings of 3.12 and the t-strings of 3.14). A string is read as its opening quotes, its
/// text and its closing quotes; replacement fields of f-strings stand between the texts as tokens of their own.
/// </summary>
internal sealed class PythonLexer
{
    private readonly string _text;
    private readonly int _maxDepth;
    private readonly bool _isNotebook;
    private readonly string _lineBreak;
    private readonly Stack<Frame> _frames = new();
    private int _position;
    private int _lineStart;
    private bool _isAtLineStart = true;
    private bool _hasStatement;

    private PythonLexer(string text, SyntaxLimits limits, bool isNotebook)
    {
        _text = text;
        _maxDepth = limits.MaxDepth;
        _isNotebook = isNotebook;
        _lineBreak = LineBreakOf(text);
    }

    private enum FrameKind
    {
        Bracket,
        String,
        Field,
        Specifier,
    }

    /// <summary>The tokens in order.</summary>
    public List<SyntaxToken> Tokens { get; } = [];

    /// <summary>What each of <see cref="Tokens"/> is.</summary>
    public List<PythonTokenKind> Kinds { get; } = [];

    /// <summary>The comments in order.</summary>
    public List<SyntaxComment> Comments { get; } = [];

    /// <summary>The commands of a notebook's cell that are no Python, in order.</summary>
    public List<TextSpan> Magics { get; } = [];

    /// <summary>What is wrong; null where the text is Python as far as its tokens tell.</summary>
    public SyntaxError? Error { get; private set; }

    /// <summary>The first line break of <paramref name="text"/>: that of new text in it.</summary>
    public static string LineBreakOf(string text)
    {
        var first = text.AsSpan().IndexOfAny('\r', '\n');
        return first < 0 || text[first] == '\n' ? "\n" : first + 1 < text.Length && text[first + 1] == '\n' ? "\r\n" : "\r";
    }

    /// <summary>Reads <paramref name="text"/>, up to the first error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">How deep brackets and strings nest at most.</param>
    /// <param name="isNotebook">True where lines that start with <c>%</c>, <c>!</c> or <c>?</c> are for the notebook, not for Python.</param>
    public static PythonLexer Read(string text, SyntaxLimits limits, bool isNotebook = false)
    {
        var lexer = new PythonLexer(text, limits, isNotebook);
        if (text is ['\uFEFF', ..])
            lexer._position = lexer._lineStart = 1;
        while (lexer.Error is null && lexer._position < text.Length)
        {
            if (lexer._frames.TryPeek(out var frame) && frame.Kind is FrameKind.String or FrameKind.Specifier)
                lexer.ReadStringText(frame);
            else
                lexer.ReadCode();
        }

        if (lexer.Error is null && lexer._frames.TryPeek(out var open))
            lexer.Fail(open.Start, open.Kind == FrameKind.String ? "this string is never closed" : $"`{text[open.Start.Start]}` is never closed");
        return lexer;
    }

    private void ReadCode()
    {
        var c = _text[_position];
        switch (c)
        {
            case ' ' or '\t' or '\f':
                _position++;
                break;
            case '\n' or '\r':
                ReadLineBreak();
                break;
            case '#':
                ReadComment();
                break;
            case '\\':
                ReadJoinedLines();
                break;
            default:
                if (_isAtLineStart)
                    StartLine();
                else if (_isNotebook && IsAssignedMagic(c))
                    ReadMagic();
                else
                    ReadToken(c);
                break;
        }
    }

    private void StartLine()
    {
        _isAtLineStart = false;
        if (_isNotebook && _text[_position] is '%' or '!' or '?')
        {
            ReadMagic();
            return;
        }

        if (_position > _lineStart)
            Add(PythonTokenKind.Indentation, _lineStart, _position);
        _hasStatement = true;
    }

    /// <summary><c>files = !ls</c> runs a command as well; <c>name?</c> asks for help.</summary>
    private bool IsAssignedMagic(char c) =>
        _frames.Count == 0
        && ((c is '!' or '%' && Tokens is [.., { Value: "=" }] && Peek(1) is not ('=' or ' ')) || c == '?');

    private void ReadMagic()
    {
        var start = _position;
        for (; _position < _text.Length; _position++)
        {
            if (_text[_position] is '\n' or '\r')
            {
                if (_text[_position - 1] != '\\')
                    break;
                _position += LengthOfBreak(_position) - 1;
            }
        }

        Magics.Add(TextSpan.FromBounds(start, _position));
    }

    private void ReadLineBreak()
    {
        var length = LengthOfBreak(_position);
        if (_frames.Count == 0)
        {
            if (_hasStatement)
                Add(PythonTokenKind.LineBreak, _position, _position + length);
            _hasStatement = false;
            _isAtLineStart = true;
        }

        _position += length;
        _lineStart = _position;
    }

    private void ReadComment()
    {
        var rest = _text.AsSpan(_position);
        var length = rest.IndexOfAny('\n', '\r') is >= 0 and var found ? found : rest.Length;
        Comments.Add(new SyntaxComment(new TextSpan(_position, length), !_text.AsSpan(_lineStart, _position - _lineStart).IsWhiteSpace()));
        _position += length;
    }

    private void ReadJoinedLines()
    {
        if (Peek(1) is not ('\n' or '\r'))
        {
            Fail(new TextSpan(_position, 1), "a backslash outside a string must end its line");
            return;
        }

        _position++;
        _position += LengthOfBreak(_position);
        if (!_isAtLineStart)
            _lineStart = _position;
    }

    private void ReadToken(char c)
    {
        if (IsNameStart(c))
        {
            ReadName();
            return;
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            Add(PythonTokenKind.Number, _position, EndOfNumber());
            return;
        }

        switch (c)
        {
            case '"' or '\'':
                ReadString(_position, _position);
                break;
            case '(' or '[' or '{':
                Open(FrameKind.Bracket);
                break;
            case ')' or ']' or '}':
                ReadClosing(c);
                break;
            case ':' when _frames.TryPeek(out var frame) && frame.Kind == FrameKind.Field:
                Add(PythonTokenKind.Operator, _position, _position + 1);
                _frames.Push(new Frame(FrameKind.Specifier, frame.Start, frame.Style));
                break;
            case '!' when _frames.TryPeek(out var frame) && frame.Kind == FrameKind.Field && Peek(1) != '=':
                Add(PythonTokenKind.Operator, _position, _position + 1);
                break;
            default:
                var length = LengthOfOperator(_text.AsSpan(_position));
                if (length > 0)
                    Add(PythonTokenKind.Operator, _position, _position + length);
                else
                    Fail(new TextSpan(_position, 1), "this character means nothing in Python");
                break;
        }
    }

    private void ReadName()
    {
        var start = _position;
        var end = start + 1;
        while (end < _text.Length && IsNamePart(_text[end]))
            end++;
        if (end < _text.Length && _text[end] is '"' or '\'' && PythonStringStyle.IsPrefix(_text.AsSpan(start, end - start)))
            ReadString(start, end);
        else
            Add(PythonTokenKind.Name, start, end);
    }

    private void ReadString(int start, int quotes)
    {
        var quote = _text[quotes];
        var isTriple = quotes + 2 < _text.Length && _text[quotes + 1] == quote && _text[quotes + 2] == quote;
        var style = new PythonStringStyle(_text.AsSpan(start, quotes - start), quote, isTriple, _lineBreak);
        var content = quotes + style.QuoteLength;
        Add(PythonTokenKind.StringStart, start, content);
        if (style.HasFields)
        {
            Push(new Frame(FrameKind.String, TextSpan.FromBounds(start, content), style));
            return;
        }

        var end = EndOfText(content, style, isSpecifier: false);
        if (end < 0)
        {
            Fail(TextSpan.FromBounds(start, content), "this string is never closed");
            return;
        }

        AddText(content, end, style, isSpecifier: false);
        Add(PythonTokenKind.StringEnd, end, end + style.QuoteLength);
    }

    private void ReadStringText(Frame frame)
    {
        var isSpecifier = frame.Kind == FrameKind.Specifier;
        var end = EndOfText(_position, frame.Style!, isSpecifier);
        if (end < 0)
        {
            Fail(frame.Start, isSpecifier ? "`{` is never closed" : "this string is never closed");
            return;
        }

        AddText(_position, end, frame.Style!, isSpecifier);
        if (_text[end] == '{')
        {
            Open(FrameKind.Field, frame.Style);
        }
        else if (isSpecifier && _text[end] == '}')
        {
            _frames.Pop();
        }
        else if (isSpecifier)
        {
            Fail(frame.Start, "`{` is never closed");
        }
        else if (_text[end] == '}')
        {
            Fail(new TextSpan(end, 1), "a single `}` cannot stand in an f-string");
        }
        else
        {
            _frames.Pop();
            Add(PythonTokenKind.StringEnd, end, end + frame.Style!.QuoteLength);
        }
    }

    /// <summary>Where the text ends: at its closing quotes or at a brace that is no text; -1 where it never does.</summary>
    private int EndOfText(int position, PythonStringStyle style, bool isSpecifier)
    {
        while (position < _text.Length)
        {
            var c = _text[position];
            if (c == style.Quote && IsClosing(position, style))
                return position;
            switch (c)
            {
                case '\\':
                    position = AfterBackslash(position, style);
                    continue;
                case '\n' or '\r' when !style.IsTriple:
                    return -1;
                case '{' or '}' when style.HasFields:
                    if (isSpecifier || position + 1 >= _text.Length || _text[position + 1] != c)
                        return position;
                    position += 2;
                    continue;
                default:
                    position++;
                    continue;
            }
        }

        return -1;
    }

    private int AfterBackslash(int position, PythonStringStyle style)
    {
        position++;
        if (position >= _text.Length)
            return position;
        if (style.HasFields)
        {
            if (_text[position] is '{' or '}')
                return position;
            if (_text[position] == 'N' && !style.IsRaw && position + 1 < _text.Length && _text[position + 1] == '{')
            {
                var name = _text.AsSpan(position, Math.Min(_text.Length - position, PythonEscape.LongestName));
                var close = name.IndexOfAny("}\n\r" + style.Quote);
                return close < 0 || name[close] != '}' ? position : position + close + 1;
            }
        }

        return position + LengthOfBreak(position);
    }

    private bool IsClosing(int position, PythonStringStyle style) =>
        !style.IsTriple || (position + 2 < _text.Length && _text[position + 1] == style.Quote && _text[position + 2] == style.Quote);

    private void Open(FrameKind kind, PythonStringStyle? style = null)
    {
        var start = new TextSpan(_position, 1);
        Add(PythonTokenKind.Open, _position, _position + 1);
        Push(new Frame(kind, start, style));
    }

    private void Push(Frame frame)
    {
        if (_frames.Count >= _maxDepth)
            Error = new SyntaxError(frame.Start, $"more than {_maxDepth} brackets and strings are nested here", SyntaxErrorKind.LimitReached);
        _frames.Push(frame);
    }

    private void ReadClosing(char c)
    {
        if (!_frames.TryPeek(out var frame))
        {
            Fail(new TextSpan(_position, 1), $"`{c}` closes nothing");
            return;
        }

        var open = _text[frame.Start.Start];
        if (c != open switch { '(' => ')', '[' => ']', _ => '}' })
        {
            Fail(new TextSpan(_position, 1), $"`{c}` cannot close `{open}`");
            return;
        }

        _frames.Pop();
        Add(PythonTokenKind.Close, _position, _position + 1);
    }

    private int EndOfNumber()
    {
        var position = _position;
        if (_text[position] == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            position += 2;
            while (position < _text.Length && (char.IsAsciiHexDigit(_text[position]) || _text[position] == '_'))
                position++;
            return position;
        }

        position = SkipDigits(position);
        if (position < _text.Length && _text[position] == '.')
            position = SkipDigits(position + 1);
        if (position < _text.Length && _text[position] is 'e' or 'E')
        {
            var digits = position + 1 < _text.Length && _text[position + 1] is '+' or '-' ? position + 2 : position + 1;
            if (digits < _text.Length && char.IsAsciiDigit(_text[digits]))
                position = SkipDigits(digits);
        }

        return position < _text.Length && _text[position] is 'j' or 'J' or 'l' or 'L' ? position + 1 : position;
    }

    private int SkipDigits(int position)
    {
        while (position < _text.Length && (char.IsAsciiDigit(_text[position]) || _text[position] == '_'))
            position++;
        return position;
    }

    private int LengthOfBreak(int position) => _text[position] == '\r' && position + 1 < _text.Length && _text[position + 1] == '\n' ? 2 : 1;

    private char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private void Add(PythonTokenKind kind, int start, int end)
    {
        var syntaxKind = kind switch
        {
            PythonTokenKind.Name => SyntaxTokenKind.Name,
            PythonTokenKind.Number => SyntaxTokenKind.Text,
            PythonTokenKind.LineBreak => SyntaxTokenKind.LineBreak,
            _ => SyntaxTokenKind.Punctuation,
        };
        Tokens.Add(new SyntaxToken(syntaxKind, _text, TextSpan.FromBounds(start, end)));
        Kinds.Add(kind);
        if (kind is not (PythonTokenKind.LineBreak or PythonTokenKind.Indentation))
            _position = end;
    }

    private void AddText(int start, int end, PythonStringStyle style, bool isSpecifier)
    {
        Tokens.Add(new SyntaxToken(
            SyntaxTokenKind.Text, TextSpan.FromBounds(start, end), token => style.Read(token, _text, start, end, isSpecifier)));
        Kinds.Add(PythonTokenKind.StringText);
        _position = end;

        // A comment behind a string of several lines is a trailing one.
        var lastBreak = _text.AsSpan(start, end - start).LastIndexOfAny('\n', '\r');
        if (lastBreak >= 0)
            _lineStart = start + lastBreak + 1;
    }

    private void Fail(TextSpan span, string message) => Error ??= new SyntaxError(span, message, SyntaxErrorKind.Invalid);

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || (c > '\u007F' && IsOtherNamePart(c));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c > '\u007F' && IsOtherNamePart(c));

    private static bool IsOtherNamePart(char c) => char.IsSurrogate(c) || char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.LetterNumber || c is '\u00B7' or '\u2118' or '\u212E' or '\u1369';

    private static int LengthOfOperator(ReadOnlySpan<char> text)
    {
        if (text is ['*', '*', '=', ..] or ['/', '/', '=', ..] or ['>', '>', '=', ..] or ['<', '<', '=', ..] or ['.', '.', '.', ..])
            return 3;
        if (text is ['*', '*', ..] or ['/', '/', ..] or ['>', '>', ..] or ['<', '<', ..] or ['-', '>', ..]
            or ['!' or '=' or '<' or '>' or ':' or '+' or '-' or '*' or '/' or '%' or '@' or '&' or '|' or '^', '=', ..])
        {
            return 2;
        }

        return ",.:;=+-*/%@&|^~<>".Contains(text[0]) ? 1 : 0;
    }

    private readonly record struct Frame(FrameKind Kind, TextSpan Start, PythonStringStyle? Style);
}
