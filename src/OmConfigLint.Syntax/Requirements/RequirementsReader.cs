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
    private readonly ImmutableArray<SyntaxToken>.Builder _tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
    private readonly ImmutableArray<SyntaxComment>.Builder _comments = ImmutableArray.CreateBuilder<SyntaxComment>();
    private readonly ImmutableArray<RequirementsLine>.Builder _lines = ImmutableArray.CreateBuilder<RequirementsLine>();

    /// <summary>Reads <paramref name="text"/>.</summary>
    public RequirementsReader(string text)
    {
        _text = text;
        for (var position = 0; position < text.Length;)
            position = ReadLine(position);
    }

    public ImmutableArray<SyntaxToken> Tokens => _tokens.ToImmutable();

    public ImmutableArray<SyntaxComment> Comments => _comments.ToImmutable();

    public ImmutableArray<RequirementsLine> Lines => _lines.ToImmutable();

    /// <summary>Reads one logical line and returns where the next one starts.</summary>
    private int ReadLine(int start)
    {
        // The content is a run of stretches, one a physical line; the backslash and the line break between them vanish.
        var stretches = new List<TextSpan>(1);
        int? comment = null;
        var position = start;
        int next;
        while (true)
        {
            var end = LineBreaks.EndOfLine(_text, position);
            next = LineBreaks.Skip(_text, end);

            // A line that is a comment as a whole ends a continued line, whatever it ends with.
            var isComment = LineBreaks.SkipBlanks(_text, position) is var first && first < end && _text[first] == '#';
            var isContinued = !isComment && end > position && _text[end - 1] == '\\' && next > end;
            var contentEnd = isContinued ? end - 1 : end;
            if (comment is null && CommentAt(position, contentEnd) is { } at)
            {
                comment = at;
                contentEnd = at;
            }

            if (comment is null || contentEnd == comment)
                stretches.Add(TextSpan.FromBounds(position, Math.Max(position, contentEnd)));
            if (!isContinued)
            {
                if (comment is { } from)
                    _comments.Add(new SyntaxComment(TextSpan.FromBounds(from, end), IsTrailing: !IsBlankBefore(from)));
                break;
            }

            position = next;
        }

        ReadContent(new LogicalLine(_text, stretches));
        return next;
    }

    private int? CommentAt(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '#' && (i == start || _text[i - 1] is ' ' or '\t'))
                return i;
        }

        return null;
    }

    private bool IsBlankBefore(int position)
    {
        while (position > 0 && _text[position - 1] is ' ' or '\t')
            position--;
        return position == 0 || _text[position - 1] is '\n' or '\r';
    }

    private void ReadContent(LogicalLine line)
    {
        var position = line.SkipBlanks(0);
        if (position == line.Length)
            return;

        SyntaxToken? content = null;
        PythonRequirement? requirement = null;
        if (line[position] != '-')
        {
            // Options of a requirement stand behind a blank and start with a dash.
            var end = position + 1;
            while (end < line.Length && !(line[end] == '-' && line[end - 1] is ' ' or '\t'))
                end++;
            end = line.TrimEnd(position, end);
            content = Add(SyntaxTokenKind.Text, line, position, end);
            requirement = PythonRequirement.TryParse(content.Value, out var parsed) ? parsed : null;
            position = line.SkipBlanks(end);
        }

        _lines.Add(new RequirementsLine(content, requirement, ReadOptions(line, position), line.SourceSpan));
    }

    private ImmutableArray<RequirementsOption> ReadOptions(LogicalLine line, int position)
    {
        var options = ImmutableArray.CreateBuilder<RequirementsOption>();
        while (position < line.Length)
        {
            var nameEnd = position + 1;
            if (line[position] == '-' && nameEnd < line.Length && line[nameEnd] != '-')
            {
                // A short option: its argument may follow without a blank.
                nameEnd++;
            }
            else
            {
                while (nameEnd < line.Length && line[nameEnd] is not (' ' or '\t' or '='))
                    nameEnd++;
            }

            var name = Add(SyntaxTokenKind.Name, line, position, nameEnd);
            position = line.SkipBlanks(nameEnd);
            var isGiven = position < line.Length && line[position] == '=' && position == nameEnd;
            if (isGiven)
                position = line.SkipBlanks(position + 1);

            SyntaxToken? argument = null;
            if (position < line.Length && (isGiven || line[position] != '-'))
            {
                var end = line.EndOfWord(position);
                argument = Add(SyntaxTokenKind.Text, line, position, end);
                position = line.SkipBlanks(end);
            }

            options.Add(new RequirementsOption(name, argument));
        }

        return options.ToImmutable();
    }

    private SyntaxToken Add(SyntaxTokenKind kind, LogicalLine line, int start, int end)
    {
        // Quotes around an argument are no part of it.
        var quote = end - start > 1 && line[start] is '"' or '\'' && line[end - 1] == line[start] ? 1 : 0;
        var token = new SyntaxToken(kind, line.ToSource(start, end), owner => line.Map(owner, start + quote, end - quote, Unquoted));
        _tokens.Add(token);
        return token;
    }
}
