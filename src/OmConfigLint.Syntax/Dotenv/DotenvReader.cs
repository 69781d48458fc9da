using System.Buffers;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dotenv;

/// <summary>
/// Reads a <c>.env</c> file by Compose's rules (compose-go's <c>dotenv</c>). Where these differ from a shell's, a value is taken as it stands.
/// </summary>
internal sealed class DotenvReader(string text)
{
    private static readonly SearchValues<char> UnquotedCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/:@=,%");

    private static readonly TextEscaping Unquoted = TextEscaping.Only(UnquotedCharacters);

    private readonly TokenListBuilder _tokens = new(text);
    private readonly ImmutableArray<DotenvEntry>.Builder _entries = ImmutableArray.CreateBuilder<DotenvEntry>();
    private readonly ImmutableArray<SyntaxToken>.Builder _bareLines = ImmutableArray.CreateBuilder<SyntaxToken>();

    // Where no such quote stands any more: an open one is not searched for twice.
    private int _noSingleQuoteFrom = int.MaxValue;
    private int _noDoubleQuoteFrom = int.MaxValue;

    public DotenvTree Read()
    {
        for (var position = 0; position < text.Length;)
        {
            position = LineBreaks.SkipBlanks(text, position);
            if (position < text.Length && text[position] == '#')
                position = LineBreaks.Skip(text, _tokens.AddComment(position));
            else if (position < text.Length && text[position] is '\r' or '\n')
                position = LineBreaks.Skip(text, position);
            else if (position < text.Length)
                position = ReadStatement(position);
        }

        return new DotenvTree(text, _tokens.ToTokens(), _tokens.ToComments(), _entries.DrainToImmutable(), _bareLines.DrainToImmutable());
    }

    private int ReadStatement(int start)
    {
        var nameStart = start;
        if (string.CompareOrdinal(text, start, "export", 0, 6) == 0 && start + 6 < text.Length && text[start + 6] is ' ' or '\t')
            nameStart = LineBreaks.SkipBlanks(text, start + 6);
        var nameEnd = nameStart;
        while (nameEnd < text.Length && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is '_' or '.' or '-' or '[' or ']'))
            nameEnd++;
        var separator = LineBreaks.SkipBlanks(text, nameEnd);
        if (nameEnd == nameStart || !IsSeparator(separator))
            return ReadBareLine(start);

        if (nameStart > start)
            _tokens.Add(SyntaxTokenKind.Punctuation, start, start + 6);
        var name = _tokens.Add(SyntaxTokenKind.Name, nameStart, nameEnd);
        _tokens.Add(SyntaxTokenKind.Punctuation, separator, separator + 1);
        var value = _tokens.Add(ReadValue(separator + 1, out var variables));
        _entries.Add(new DotenvEntry(name, value, variables, TextSpan.FromBounds(start, value.Span.End)));
        return EndStatement(value.Span.End);
    }

    // Compose also takes `KEY: value`; without the blank it may be any text with a colon.
    private bool IsSeparator(int position) =>
        position < text.Length && (text[position] == '=' || (text[position] == ':' && position + 1 < text.Length && text[position + 1] is ' ' or '\t'));

    private int ReadBareLine(int start)
    {
        _bareLines.Add(_tokens.Add(SyntaxTokenKind.Text, start, EndOfUnquoted(start)));
        return EndStatement(_bareLines[^1].Span.End);
    }

    private int EndStatement(int end)
    {
        end = LineBreaks.SkipBlanks(text, end);
        if (end < text.Length && text[end] == '#')
            end = _tokens.AddComment(end);
        return _tokens.AddLineBreak(end);
    }

    private SyntaxToken ReadValue(int position, out ImmutableArray<VariableReference> variables)
    {
        var start = LineBreaks.SkipBlanks(text, position);
        var quote = start < text.Length ? text[start] : '\0';
        if (quote is '\'' or '"' && EndOfQuoted(start, quote) is >= 0 and var end)
            return quote == '"' ? DoubleQuoted(start, end, out variables) : SingleQuoted(start, end, out variables);

        if (start == text.Length || quote is '\r' or '\n' || (quote == '#' && start > position))
        {
            variables = [];
            return new SyntaxToken(SyntaxTokenKind.Text, text, new TextSpan(position, 0), Unquoted);
        }

        var span = TextSpan.FromBounds(start, EndOfUnquoted(start));
        variables = [.. VariableReferences.In(text, span, '\\').Select(variable => variable.Shifted(-start))];
        return new SyntaxToken(SyntaxTokenKind.Text, text, span, Unquoted);
    }

    /// <summary>The end of the text on this line: at a blank before a <c>#</c>, or at the line break.</summary>
    private int EndOfUnquoted(int start)
    {
        var end = LineBreaks.EndOfLine(text, start);
        for (var i = start + 1; i < end; i++)
        {
            if (text[i] == '#' && text[i - 1] is ' ' or '\t')
            {
                end = i;
                break;
            }
        }

        return LineBreaks.TrimEnd(text, start, end);
    }

    /// <summary>The closing quote; -1 where there is none, or something else than a comment follows it.</summary>
    private int EndOfQuoted(int start, char quote)
    {
        ref var noneFrom = ref quote == '"' ? ref _noDoubleQuoteFrom : ref _noSingleQuoteFrom;
        if (start >= noneFrom)
            return -1;
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                var behind = LineBreaks.SkipBlanks(text, i + 1);
                return behind == text.Length || text[behind] is '\r' or '\n' || (text[behind] == '#' && behind > i + 1) ? i : -1;
            }
        }

        noneFrom = start;
        return -1;
    }

    private SyntaxToken SingleQuoted(int start, int end, out ImmutableArray<VariableReference> variables)
    {
        variables = [];
        return new SyntaxToken(
            SyntaxTokenKind.Text,
            TextSpan.FromBounds(start, end + 1),
            token => MappedText.Verbatim(token, text, TextSpan.FromBounds(start + 1, end), SingleQuotedText.Instance));
    }

    private SyntaxToken DoubleQuoted(int start, int end, out ImmutableArray<VariableReference> variables)
    {
        var content = TextSpan.FromBounds(start + 1, end);
        var inSource = VariableReferences.In(text, content, '\\');
        var found = ImmutableArray.CreateBuilder<VariableReference>(inSource.Length);
        var read = new SyntaxToken(SyntaxTokenKind.Text, TextSpan.FromBounds(start, end + 1), token =>
        {
            var value = new MappedTextBuilder(token, text);
            var next = 0;
            for (var position = content.Start; position < content.End;)
            {
                if (next < inSource.Length && inSource[next].Span.Start == position)
                {
                    // A reference stays as it is written, and so do those in its default.
                    var reference = inSource[next].Span;
                    for (; next < inSource.Length && reference.Contains(inSource[next].Span); next++)
                        found.Add(inSource[next].Shifted(value.Length - position));
                    value.Append(position, reference.Length);
                    position = reference.End;
                    continue;
                }

                var meaning = text[position] == '\\' && position + 1 < content.End
                    ? text[position + 1] switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\\' => "\\", '$' => "$", _ => null }
                    : null;
                if (meaning is null)
                    value.Append(position, 1);
                else
                    value.Append(position, 2, meaning);
                position += meaning is null ? 1 : 2;
            }

            return value.Build(content, DoubleQuotedText.Instance);
        });
        variables = found.ToImmutable();
        return read;
    }

    private sealed class SingleQuotedText : TextEscaping
    {
        public static SingleQuotedText Instance { get; } = new();

        public override string? Escape(string text) => text.AsSpan().IndexOfAny("'\\\r\n") < 0 ? text : null;
    }

    private sealed class DoubleQuotedText : TextEscaping
    {
        public static DoubleQuotedText Instance { get; } = new();

        // A shell would run what is between back-ticks, and Compose cannot escape them.
        public override string? Escape(string text) => text.Contains('`', StringComparison.Ordinal) ? null : text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("$", "\\$", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
    }
}
