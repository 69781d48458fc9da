using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Hcl;

/// <summary>Splits HCL into tokens. A line break is one where it can end something: outside of parentheses and lists.</summary>
internal sealed class HclLexer(string text)
{
    private static readonly TextEscaping Number = TextEscaping.Only(SearchValues.Create("0123456789.eE+-"));

    private readonly TokenListBuilder _tokens = new(text);
    private readonly Dictionary<SyntaxToken, ImmutableArray<TextSpan>> _interpolations = [];
    private readonly HashSet<SyntaxToken> _hereDocuments = [];
    private readonly Stack<char> _open = new();
    private int _position;
    private SyntaxToken? _last;
    private SyntaxError? _error;

    public ImmutableArray<SyntaxToken> Tokens { get; private set; } = [];

    public ImmutableArray<SyntaxComment> Comments { get; private set; } = [];

    public ImmutableArray<TextSpan> InterpolationsOf(SyntaxToken token) => _interpolations.GetValueOrDefault(token, []);

    public bool IsHereDocument(SyntaxToken token) => _hereDocuments.Contains(token);

    public bool IsString(SyntaxToken token) => token.Kind == SyntaxTokenKind.Text && text[token.Span.Start] == '"';

    /// <summary>Reads the text.</summary>
    /// <returns>The first error; null where there is none.</returns>
    public SyntaxError? Read()
    {
        while (_position < text.Length && _error is null)
            ReadToken();
        (Tokens, Comments) = (_tokens.ToTokens(), _tokens.ToComments());
        return _error;
    }

    private void ReadToken()
    {
        var c = text[_position];
        var rest = text.AsSpan(_position);
        if (c is '\n' or '\r')
            ReadLineBreak();
        else if (char.IsWhiteSpace(c))
            _position++;
        else if (c == '#' || rest is ['/', '/', ..])
            _position = _tokens.AddComment(_position);
        else if (rest is ['/', '*', ..])
            ReadBlockComment();
        else if (c == '"')
            ReadString();
        else if (rest is ['<', '<', ..] && TryReadHereDocument())
            return;
        else if (char.IsAsciiDigit(c))
            ReadNumber();
        else if (IsLetter(c))
            ReadName();
        else
            ReadPunctuation(rest);
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || c == '_';

    private void Fail(int start, int end, string message) =>
        _error ??= new SyntaxError(TextSpan.FromBounds(start, Math.Min(end, text.Length)), message, SyntaxErrorKind.Invalid);

    private void Add(SyntaxTokenKind kind, int end, TextEscaping? escaping = null)
    {
        _last = _tokens.Add(kind, _position, end, escaping);
        _position = end;
    }

    private void ReadLineBreak()
    {
        if ((_open.TryPeek(out var open) && open != '{') || _last is null)
        {
            _position = LineBreaks.Skip(text, _position);
            return;
        }

        // Of several in a row the first one ends what is before them.
        _position = _tokens.AddLineBreak(_position);
        _last = null;
    }

    private void ReadBlockComment()
    {
        var end = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        if (end < 0)
            Fail(_position, _position + 2, "the comment is not closed");
        else
            _position = _tokens.AddComment(_position, end + 2);
    }

    private void ReadString()
    {
        var start = _position;
        var end = HclTemplate.FindEndOfString(text, start);
        if (end < 0)
        {
            Fail(start, start + 1, "the string is not closed");
            return;
        }

        AddTemplate(end, (SyntaxToken owner, out string? problem) =>
            HclTemplate.ReadString(owner, text, TextSpan.FromBounds(start + 1, end - 1), out problem));
    }

    /// <summary><c>&lt;&lt;EOT</c> or <c>&lt;&lt;-EOT</c> up to the line that holds nothing but <c>EOT</c>.</summary>
    private bool TryReadHereDocument()
    {
        var isIndented = _position + 2 < text.Length && text[_position + 2] == '-';
        var word = _position + (isIndented ? 3 : 2);
        var wordEnd = word;
        while (wordEnd < text.Length && (char.IsLetterOrDigit(text[wordEnd]) || text[wordEnd] is '_' or '-'))
            wordEnd++;
        var content = LineBreaks.Skip(text, wordEnd);
        if (wordEnd == word || content == wordEnd)
            return false;

        for (var line = content; line < text.Length;)
        {
            var end = LineBreaks.EndOfLine(text, line);
            if (text.AsSpan(line, end - line).Trim().SequenceEqual(text.AsSpan(word, wordEnd - word)))
            {
                var lines = TextSpan.FromBounds(content, line);
                AddTemplate(end, (SyntaxToken owner, out string? problem) => HclTemplate.ReadHereDocument(owner, text, lines, isIndented, out problem));
                if (_error is null)
                    _hereDocuments.Add(_last!);
                return true;
            }

            line = LineBreaks.Skip(text, end);
        }

        Fail(_position, wordEnd, "the here-document is not closed");
        return true;
    }

    private delegate (MappedText Text, ImmutableArray<TextSpan> Interpolations) TemplateReader(SyntaxToken owner, out string? problem);

    private void AddTemplate(int end, TemplateReader read)
    {
        string? problem = null;
        ImmutableArray<TextSpan> interpolations = [];
        var token = new SyntaxToken(SyntaxTokenKind.Text, TextSpan.FromBounds(_position, end), owner =>
        {
            (var content, interpolations) = read(owner, out problem);
            return content;
        });
        if (problem is not null)
            Fail(_position, end, problem);
        if (!interpolations.IsEmpty)
            _interpolations.Add(token, interpolations);
        _last = _tokens.Add(token);
        _position = end;
    }

    private void ReadNumber()
    {
        var end = SkipDigits(_position);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = SkipDigits(end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (SkipDigits(exponent) > exponent)
                end = SkipDigits(exponent);
        }

        Add(SyntaxTokenKind.Text, end, Number);
    }

    private int SkipDigits(int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        return position;
    }

    private void ReadName()
    {
        var end = _position + 1;
        while (end < text.Length && (IsLetter(text[end]) || char.IsDigit(text[end]) || text[end] == '-'))
            end++;
        Add(SyntaxTokenKind.Name, end);
    }

    private void ReadPunctuation(ReadOnlySpan<char> rest)
    {
        var c = rest[0];
        if (c is '(' or '[' or '{')
        {
            _open.Push(c);
        }
        else if (c is ')' or ']' or '}')
        {
            if (!_open.TryPop(out var open) || open != (c switch { ')' => '(', ']' => '[', _ => '{' }))
            {
                Fail(_position, _position + 1, $"`{c}` closes nothing");
                return;
            }
        }

        var length = rest switch
        {
            ['.', '.', '.', ..] => 3,
            ['=' or '!' or '<' or '>', '=', ..] or ['=', '>', ..] or ['&', '&', ..] or ['|', '|', ..] or [':', ':', ..] => 2,
            _ => 1,
        };
        Add(SyntaxTokenKind.Punctuation, _position + length);
    }
}
