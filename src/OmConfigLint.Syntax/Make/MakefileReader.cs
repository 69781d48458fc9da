using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Make;

/// <summary>Reads a makefile line by line; a line that ends in a backslash goes on in the next one.</summary>
internal sealed class MakefileReader(string text)
{
    private readonly TokenListBuilder _tokens = new(text);
    private readonly ImmutableArray<MakeRule>.Builder _rules = ImmutableArray.CreateBuilder<MakeRule>();
    private readonly ImmutableArray<MakeVariable>.Builder _variables = ImmutableArray.CreateBuilder<MakeVariable>();
    private readonly ImmutableArray<SyntaxToken>.Builder _recipe = ImmutableArray.CreateBuilder<SyntaxToken>();
    private bool _isInRule;

    public MakefileTree Read()
    {
        for (var position = 0; position < text.Length;)
        {
            var end = EndOfStatement(position);
            if (text[position] == '\t' && _isInRule)
                position = ReadCommand(position + 1, end);
            else
                position = ReadStatement(position, end);
        }

        EndRule();
        return new MakefileTree(text, _tokens.ToTokens(), _tokens.ToComments(), _rules.DrainToImmutable(), _variables.DrainToImmutable());
    }

    /// <summary>The end of the last line of what starts at <paramref name="position"/>.</summary>
    private int EndOfStatement(int position)
    {
        while (true)
        {
            var end = LineBreaks.EndOfLine(text, position);
            var backslashes = end;
            while (backslashes > position && text[backslashes - 1] == '\\')
                backslashes--;
            if ((end - backslashes) % 2 == 0 || end == text.Length)
                return end;
            position = LineBreaks.Skip(text, end);
        }
    }

    private int ReadStatement(int start, int end)
    {
        start = SkipBlanks(start, end);
        if (start == end)
            return LineBreaks.Skip(text, end);
        var contentEnd = EndOfContent(start, end);
        if (contentEnd == start)
        {
            AddComment(start, end);
            return LineBreaks.Skip(text, end);
        }

        var word = EndOfWord(start, contentEnd);
        switch (text[start..word])
        {
            case "define":
                return ReadDefinition(start, word, end);
            case "ifeq" or "ifneq" or "ifdef" or "ifndef" or "else" or "endif" or "include" or "-include" or "sinclude" or "vpath" or "unexport":
                // They stand between the commands of a recipe without ending it.
                _tokens.Add(SyntaxTokenKind.Name, start, word);
                AddWords(SyntaxTokenKind.Text, word, contentEnd);
                break;
            case "export" or "override" or "private" when FindOperator(word, contentEnd, out _) is { IsAssignment: true }:
                _tokens.Add(SyntaxTokenKind.Punctuation, start, word);
                ReadMeaning(SkipBlanks(word, contentEnd), contentEnd);
                break;
            case "export":
                EndRule();
                _tokens.Add(SyntaxTokenKind.Punctuation, start, word);
                AddWords(SyntaxTokenKind.Text, word, contentEnd);
                break;
            default:
                ReadMeaning(start, contentEnd);
                break;
        }

        if (contentEnd < end && text[contentEnd] == '#')
            AddComment(contentEnd, end);
        return _tokens.AddLineBreak(end);
    }

    private void ReadMeaning(int start, int end)
    {
        var found = FindOperator(start, end, out var position);
        if (found is null)
        {
            EndRule();
            AddWords(SyntaxTokenKind.Text, start, end);
        }
        else if (found.Value.IsAssignment)
        {
            EndRule();
            _variables.Add(ReadAssignment(start, position, found.Value.Length, end));
        }
        else
        {
            ReadRule(start, position, found.Value.Length, end);
        }
    }

    private MakeVariable ReadAssignment(int start, int position, int length, int end)
    {
        var name = _tokens.Add(SyntaxTokenKind.Name, start, TrimEnd(start, position));
        var @operator = _tokens.Add(SyntaxTokenKind.Punctuation, position, position + length);
        var value = _tokens.Add(ReadValue(position + length, end));
        return new MakeVariable(name, @operator.Value, value, TextSpan.FromBounds(start, value.Span.End));
    }

    private SyntaxToken ReadValue(int start, int end)
    {
        var first = SkipBlanks(start, end);
        var last = TrimEnd(first, end);
        var span = first == last ? new TextSpan(start, 0) : TextSpan.FromBounds(first, last);
        return new SyntaxToken(SyntaxTokenKind.Text, span, token =>
        {
            var value = new MappedTextBuilder(token, text);
            for (var position = span.Start; position < span.End;)
            {
                // A line break with the blanks around it is one blank.
                var next = position;
                while (next < span.End && text[next] is not ('\r' or '\n'))
                    next++;
                var content = next == span.End ? next : TrimEnd(position, next);
                value.Append(position, content - position);
                position = SkipBlanks(content, span.End);
                if (position < span.End)
                    value.Append(content, position - content, " ");
            }

            return value.Build(span, WordEscaping.Unquoted);
        });
    }

    private void ReadRule(int start, int colon, int length, int end)
    {
        EndRule();
        var targets = AddWords(SyntaxTokenKind.Name, start, colon);
        _tokens.Add(SyntaxTokenKind.Punctuation, colon, colon + length);
        var rest = colon + length;
        ImmutableArray<SyntaxToken> prerequisites = [];
        var recipeStart = IndexOf(';', rest, end);
        if (FindOperator(rest, end, out var position) is { IsAssignment: true } assignment && (recipeStart < 0 || position < recipeStart))
        {
            // A variable for these targets.
            ReadAssignment(SkipBlanks(rest, end), position, assignment.Length, end);
            return;
        }

        prerequisites = AddWords(SyntaxTokenKind.Text, rest, recipeStart < 0 ? end : recipeStart);
        _isInRule = true;
        _rules.Add(new MakeRule(targets, prerequisites, [], TextSpan.FromBounds(start, TrimEnd(start, end))));
        if (recipeStart >= 0)
        {
            _tokens.Add(SyntaxTokenKind.Punctuation, recipeStart, recipeStart + 1);
            AddCommand(recipeStart + 1, end);
        }
    }

    private int ReadCommand(int start, int end)
    {
        AddCommand(start, end);
        return _recipe.Count > 0 && _recipe[^1].Span.Start >= start ? _tokens.AddLineBreak(end) : LineBreaks.Skip(text, end);
    }

    private void AddCommand(int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '@' or '-' or '+')
            start++;
        if (start == end)
            return;
        var span = TextSpan.FromBounds(start, end);
        _recipe.Add(_tokens.Add(new SyntaxToken(SyntaxTokenKind.Text, span, token =>
        {
            var value = new MappedTextBuilder(token, text);
            for (var position = start; position < end;)
            {
                var length = text.AsSpan(position, end - position).IndexOfAny('$', '\r', '\n');
                if (length < 0)
                    length = end - position;
                value.Append(position, length);
                position += length;
                if (position == end)
                    break;
                if (text[position] == '$')
                {
                    if (position + 1 < end && text[position + 1] == '$')
                        value.Append(position, 2, "$");
                    else
                        value.Append(position, Math.Min(2, end - position));
                    position = Math.Min(position + 2, end);
                    continue;
                }

                // The shell gets the line break, but not the tab behind it.
                var next = LineBreaks.Skip(text, position);
                if (next == position + 1 && text[position] == '\n')
                    value.Append(position, 1);
                else
                    value.Append(position, next - position, "\n");
                position = next < end && text[next] == '\t' ? next + 1 : next;
            }

            return value.Build(span, CommandText.Instance);
        })));
    }

    private int ReadDefinition(int start, int word, int end)
    {
        EndRule();
        _tokens.Add(SyntaxTokenKind.Name, start, word);
        AddWords(SyntaxTokenKind.Text, word, end);
        var position = _tokens.AddLineBreak(end);
        while (position < text.Length)
        {
            var lineEnd = LineBreaks.EndOfLine(text, position);
            var content = LineBreaks.SkipBlanks(text, position);
            if (content < lineEnd)
                _tokens.Add(SyntaxTokenKind.Text, content, lineEnd, WordEscaping.None);
            var isLast = text.AsSpan(content, lineEnd - content).StartsWith("endef");
            position = _tokens.AddLineBreak(lineEnd);
            if (isLast)
                break;
        }

        return position;
    }

    private void EndRule()
    {
        _isInRule = false;
        if (_recipe.Count == 0)
            return;
        var rule = _rules[^1];
        var end = Math.Max(rule.Span.End, _recipe[^1].Span.End);
        _rules[^1] = rule with { Recipe = _recipe.DrainToImmutable(), Span = TextSpan.FromBounds(rule.Span.Start, end) };
    }

    private ImmutableArray<SyntaxToken> AddWords(SyntaxTokenKind kind, int start, int end)
    {
        var words = ImmutableArray.CreateBuilder<SyntaxToken>();
        for (var position = SkipBlanks(start, end); position < end; position = SkipBlanks(position, end))
        {
            var wordEnd = EndOfWord(position, end);
            words.Add(_tokens.Add(kind, position, wordEnd, WordEscaping.Unquoted));
            position = wordEnd;
        }

        return words.DrainToImmutable();
    }

    /// <summary>Adds a comment that goes on in the next line where the line ends in a backslash.</summary>
    private void AddComment(int start, int end)
    {
        while (start < end)
        {
            var lineEnd = _tokens.AddComment(start);
            start = LineBreaks.SkipBlanks(text, LineBreaks.Skip(text, lineEnd));
            if (start < end && text[start] != '#')
                return;
        }
    }

    /// <summary>The place of the first <c>#</c> that starts a comment; the end where there is none.</summary>
    private int EndOfContent(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '#')
                return i;
        }

        return end;
    }

    private (bool IsAssignment, int Length)? FindOperator(int start, int end, out int position)
    {
        for (position = start; position < end; position = SkipReference(position, end))
        {
            var c = text[position];
            if (c == '=')
                return (true, 1);
            if (c is '?' or '+' or '!' && position + 1 < end && text[position + 1] == '=')
                return (true, 2);
            if (c == ':')
            {
                var length = text.AsSpan(position, end - position).IndexOfAnyExcept(':') is >= 0 and var run ? run : end - position;
                return length <= 3 && position + length < end && text[position + length] == '=' ? (true, length + 1) : (false, Math.Min(length, 2));
            }
            if (c == '&' && position + 1 < end && text[position + 1] == ':')
                return (false, 2);
        }

        return null;
    }

    private int IndexOf(char c, int start, int end)
    {
        var index = text.AsSpan(start, end - start).IndexOf(c);
        return index < 0 ? -1 : start + index;
    }

    private int EndOfWord(int position, int end)
    {
        while (position < end && !IsBlank(position, end))
            position = SkipReference(position, end);
        return position;
    }

    /// <summary>The offset behind the character at <paramref name="position"/>, or behind the reference that starts there.</summary>
    private int SkipReference(int position, int end)
    {
        if (text[position] != '$' || position + 1 == end || text[position + 1] is not ('(' or '{'))
            return position + 1;
        position += 2;
        for (var depth = 1; depth > 0 && position < end; position++)
            depth += text[position] is '(' or '{' ? 1 : text[position] is ')' or '}' ? -1 : 0;
        return position;
    }

    // A backslash before a line break is a blank.
    private bool IsBlank(int position, int end) => text[position] is ' ' or '\t' or '\r' or '\n' || IsJoin(position, end);

    private bool IsJoin(int position, int end) => text[position] == '\\' && position + 1 < end && text[position + 1] is '\r' or '\n';

    private int SkipBlanks(int position, int end)
    {
        while (position < end && IsBlank(position, end))
            position++;
        return position;
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && (text[end - 1] is ' ' or '\t' or '\r' or '\n' || (text[end - 1] == '\\' && end < text.Length && text[end] is '\r' or '\n')))
            end--;
        return end;
    }

    private sealed class CommandText : TextEscaping
    {
        public static CommandText Instance { get; } = new();

        public override string? Escape(string text) => text.AsSpan().IndexOfAny('\r', '\n') >= 0 ? null : text.Replace("$", "$$", StringComparison.Ordinal);
    }
}
