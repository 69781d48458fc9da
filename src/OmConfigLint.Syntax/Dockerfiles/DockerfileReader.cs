using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>
/// Reads a Dockerfile by BuildKit's rules: lines are joined, comments and empty lines between them left out, white space at their starts kept.
/// </summary>
internal sealed class DockerfileReader(string text)
{
    private readonly TokenListBuilder _tokens = new(text);
    private readonly ImmutableArray<DockerfileDirective>.Builder _directives = ImmutableArray.CreateBuilder<DockerfileDirective>();
    private readonly ImmutableArray<DockerfileInstruction>.Builder _instructions = ImmutableArray.CreateBuilder<DockerfileInstruction>();
    private char _escape = '\\';
    private SyntaxError? _error;

    public bool TryRead([NotNullWhen(true)] out DockerfileTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        for (var position = ReadDirectives(); position < text.Length && _error is null;)
        {
            position = LineBreaks.SkipBlanks(text, position);
            if (position < text.Length && text[position] == '#')
                position = LineBreaks.Skip(text, _tokens.AddComment(position));
            else if (position < text.Length && text[position] is '\r' or '\n')
                position = LineBreaks.Skip(text, position);
            else if (position < text.Length)
                position = ReadInstruction(position);
        }

        error = _error;
        tree = error is null
            ? new DockerfileTree(text, _tokens.ToTokens(), _tokens.ToComments(), _directives.DrainToImmutable(), _instructions.DrainToImmutable())
            : null;
        return tree is not null;
    }

    /// <summary>Reads the directives, which only other directives stand before.</summary>
    private int ReadDirectives()
    {
        var position = 0;
        while (position < text.Length && text[position] == '#')
        {
            var end = LineBreaks.EndOfLine(text, position);
            var nameStart = LineBreaks.SkipBlanks(text, position + 1);
            var nameEnd = VariableReferences.EndOfName(text, nameStart, end);
            var equals = LineBreaks.SkipBlanks(text, nameEnd);
            var valueStart = LineBreaks.SkipBlanks(text, Math.Min(equals + 1, end));
            var valueEnd = LineBreaks.TrimEnd(text, valueStart, end);
            if (nameEnd == nameStart || equals >= end || text[equals] != '=' || valueEnd == valueStart
                || text[nameStart..nameEnd].ToLowerInvariant() is not ("syntax" or "escape" or "check"))
            {
                break;
            }

            var name = _tokens.Add(SyntaxTokenKind.Name, nameStart, nameEnd);
            _tokens.Add(SyntaxTokenKind.Punctuation, equals, equals + 1);
            var value = _tokens.Add(SyntaxTokenKind.Text, valueStart, valueEnd, WordEscaping.Unquoted);
            _directives.Add(new DockerfileDirective(name, value));
            if (name.Value.Equals("escape", StringComparison.OrdinalIgnoreCase) && value.Value is "`" or "\\")
                _escape = value.Value[0];
            position = _tokens.AddLineBreak(end);
        }

        return position;
    }

    private int ReadInstruction(int start)
    {
        var joined = new JoinedText(text, start);
        var lineEnd = Join(start, joined);
        if (joined.Text.AsSpan().Trim(" \t").IsEmpty)
            return LineBreaks.Skip(text, lineEnd);
        var line = new DockerfileLine(text, joined, _tokens, _escape);
        var instruction = line.Read(start, lineEnd, out var endsIn, out var error);
        if (instruction is null)
        {
            _error = error;
            return text.Length;
        }

        _instructions.Add(instruction);
        return _tokens.AddLineBreak(endsIn);
    }

    /// <summary>Joins the lines of an instruction.</summary>
    /// <returns>The end of the last one, before its line break.</returns>
    private int Join(int start, JoinedText joined)
    {
        var end = LineBreaks.EndOfLine(text, start);
        if (!IsContinued(start, end, out var contentEnd))
        {
            joined.Append(TextSpan.FromBounds(start, LineBreaks.TrimEnd(text, start, end)));
            return end;
        }

        joined.Append(TextSpan.FromBounds(start, contentEnd));
        var next = LineBreaks.Skip(text, end);
        while (next < text.Length)
        {
            var lineStart = next;
            var lineEnd = LineBreaks.EndOfLine(text, lineStart);
            next = LineBreaks.Skip(text, lineEnd);
            var content = LineBreaks.SkipBlanks(text, lineStart);
            if (content == lineEnd)
                continue;
            end = lineEnd;
            if (text[content] == '#')
            {
                _tokens.AddComment(content);
                continue;
            }

            var isContinued = IsContinued(lineStart, lineEnd, out contentEnd);
            joined.Append(TextSpan.FromBounds(lineStart, isContinued ? contentEnd : LineBreaks.TrimEnd(text, lineStart, lineEnd)));
            if (!isContinued)
                break;
        }

        return end;
    }

    private bool IsContinued(int start, int end, out int contentEnd)
    {
        contentEnd = LineBreaks.TrimEnd(text, start, end) - 1;
        return contentEnd >= start && text[contentEnd] == _escape;
    }
}
