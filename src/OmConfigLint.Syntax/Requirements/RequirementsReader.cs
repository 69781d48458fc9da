using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Requirements;

/// <summary>Reads a requirements file, line by line.</summary>
internal sealed class RequirementsReader
{
    private static readonly TextEscaping Unquoted = TextEscaping.Only(
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/:@=~<>!,*[]()"));

    private readonly string _text;
    private readonly TokenListBuilder _tokens;
    private readonly ImmutableArray<RequirementsLine>.Builder _lines = ImmutableArray.CreateBuilder<RequirementsLine>();

    /// <summary>Reads <paramref name="text"/>.</summary>
    public RequirementsReader(string text)
    {
        _text = text;
        _tokens = new TokenListBuilder(text);
        for (var position = 0; position < text.Length;)
            position = ReadLine(position);
        (Tokens, Comments, Lines) = (_tokens.ToTokens(), _tokens.ToComments(), _lines.DrainToImmutable());
    }

    public ImmutableArray<SyntaxToken> Tokens { get; }

    public ImmutableArray<SyntaxComment> Comments { get; }

    public ImmutableArray<RequirementsLine> Lines { get; }

    /// <summary>Reads one logical line and returns where the next one starts.</summary>
    private int ReadLine(int start)
    {
        var line = new JoinedText(_text, start);
        int? comment = null;
        for (var position = start; ;)
        {
            var end = LineBreaks.EndOfLine(_text, position);
            var next = LineBreaks.Skip(_text, end);

            // A line that is a comment as a whole ends a continued line, whatever it ends with.
            var isComment = LineBreaks.SkipBlanks(_text, position) is var first && first < end && _text[first] == '#';
            var isContinued = !isComment && end > position && _text[end - 1] == '\\' && next > end;
            if (comment is null)
            {
                var contentEnd = isContinued ? end - 1 : end;
                comment = FindComment(position, contentEnd);
                line.Append(TextSpan.FromBounds(position, comment ?? contentEnd));
            }

            if (!isContinued)
            {
                // A comment goes on with its line.
                if (comment is { } from)
                    _tokens.AddComment(from, end);
                ReadContent(line);
                return next;
            }

            position = next;
        }
    }

    private int? FindComment(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '#' && (i == start || _text[i - 1] is ' ' or '\t'))
                return i;
        }

        return null;
    }

    private void ReadContent(JoinedText joined)
    {
        var line = joined.Text;
        var position = LineBreaks.SkipBlanks(line, 0);
        if (position == line.Length)
            return;

        SyntaxToken? content = null;
        PythonRequirement? requirement = null;
        var start = position;
        if (line[position] != '-')
        {
            // Options of a requirement stand behind a blank and start with a dash.
            var end = position + 1;
            while (end < line.Length && !(line[end] == '-' && line[end - 1] is ' ' or '\t'))
                end++;
            end = LineBreaks.TrimEnd(line, position, end);
            content = Add(SyntaxTokenKind.Text, joined, position, end);
            requirement = PythonRequirement.TryParse(content.Value, out var parsed) ? parsed : null;
            position = LineBreaks.SkipBlanks(line, end);
        }

        var options = ReadOptions(joined, position);
        var span = joined.ToSource(start, LineBreaks.TrimEnd(line, start, line.Length));
        _lines.Add(new RequirementsLine(content, requirement, options, span));
    }

    private ImmutableArray<RequirementsOption> ReadOptions(JoinedText joined, int position)
    {
        var line = joined.Text;
        var options = ImmutableArray.CreateBuilder<RequirementsOption>();
        while (position < line.Length)
        {
            // The argument of a short option may follow without a blank.
            var nameEnd = position + 1;
            if (line[position] == '-' && nameEnd < line.Length && line[nameEnd] != '-')
                nameEnd++;
            else
                nameEnd = EndOf(line, nameEnd, " \t=");

            var name = Add(SyntaxTokenKind.Name, joined, position, nameEnd);
            position = LineBreaks.SkipBlanks(line, nameEnd);
            var isGiven = position < line.Length && line[position] == '=' && position == nameEnd;
            if (isGiven)
                position = LineBreaks.SkipBlanks(line, position + 1);

            SyntaxToken? argument = null;
            if (position < line.Length && (isGiven || line[position] != '-'))
            {
                var end = EndOfWord(line, position);
                argument = Add(SyntaxTokenKind.Text, joined, position, end);
                position = LineBreaks.SkipBlanks(line, end);
            }

            options.Add(new RequirementsOption(name, argument));
        }

        return options.ToImmutable();
    }

    private static int EndOf(string line, int position, string ends) =>
        line.AsSpan(position).IndexOfAny(ends) is >= 0 and var length ? position + length : line.Length;

    /// <summary>The end of a word: at a blank outside quotes.</summary>
    private static int EndOfWord(string line, int position)
    {
        char? quote = null;
        for (; position < line.Length; position++)
        {
            var c = line[position];
            if (quote is null && c is ' ' or '\t')
                break;
            if (c == quote)
                quote = null;
            else if (quote is null && c is '"' or '\'')
                quote = c;
        }

        return position;
    }

    private SyntaxToken Add(SyntaxTokenKind kind, JoinedText joined, int start, int end)
    {
        // Quotes around an argument are no part of it.
        var line = joined.Text;
        var quote = end - start > 1 && line[start] is '"' or '\'' && line[end - 1] == line[start] ? 1 : 0;
        return _tokens.Add(new SyntaxToken(kind, joined.ToSource(start, end), owner =>
        {
            var value = new MappedTextBuilder(owner, _text);
            joined.AppendTo(value, start + quote, end - quote);
            return value.Build(joined.ToSource(start + quote, end - quote), Unquoted);
        }));
    }
}
