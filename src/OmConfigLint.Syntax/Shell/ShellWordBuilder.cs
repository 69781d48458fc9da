using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Shell;

/// <summary>Puts a word together. It is one token, unless a <c>$( … )</c> stands in it.</summary>
/// <param name="source">The script.</param>
/// <param name="start">Where the word starts.</param>
internal sealed class ShellWordBuilder(string source, int start)
{
    private readonly List<(int Start, int Length, string? Meaning)> _parts = [];
    private readonly List<VariableReference> _variables = [];
    private readonly List<int> _quotes = [];
    private int _substitutionEnd = -1;
    private int _firstPart;
    private bool _hasSubstitution;

    /// <summary>Where it starts.</summary>
    public int Start => start;

    private int TokenStart => _substitutionEnd < 0 ? start : _substitutionEnd;

    /// <summary>The name of the variable that it is assigned to; null where it is no assignment.</summary>
    public SyntaxToken? Assigned { get; init; }

    /// <summary>True while within double quotes.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>The length of the value so far.</summary>
    public int Length { get; private set; }

    /// <summary>True where it holds neither quote nor escape nor substitution.</summary>
    public bool IsPlain => _quotes.Count == 0 && !_hasSubstitution && _parts.TrueForAll(part => part.Meaning is null);

    /// <summary>Notes a quote: single, double, or <c>$'</c>.</summary>
    public void AddQuote(int position) => _quotes.Add(position);

    /// <summary>Adds what means itself; line breaks are <c>\n</c>.</summary>
    public void Append(int from, int to)
    {
        while (from < to)
        {
            var length = source.AsSpan(from, to - from).IndexOf('\r');
            if (length < 0)
                length = to - from;
            Add(from, length, null);
            from += length;
            if (from == to)
                return;
            var end = Math.Min(to, LineBreaks.Skip(source, from));
            Add(from, end - from, "\n");
            from = end;
        }
    }

    /// <summary>Adds an escape.</summary>
    public void Append(int from, int to, string meaning) => Add(from, to - from, meaning);

    /// <summary>Adds the variables of a part that is added next.</summary>
    public void AddVariables(ImmutableArray<VariableReference> variables, int from)
    {
        foreach (var variable in variables)
            _variables.Add(variable.Shifted(Length - from));
    }

    /// <summary>Ends a token before a <c>$(</c>.</summary>
    /// <returns>Null where nothing stands before it.</returns>
    public SyntaxToken? BeginSubstitution(int position)
    {
        _hasSubstitution = true;
        return position > TokenStart ? TokenTo(position) : null;
    }

    /// <summary>Goes on behind the <c>)</c>.</summary>
    public void EndSubstitution(int substitutionStart, int position)
    {
        Append(substitutionStart, position);
        _substitutionEnd = position;
        _firstPart = _parts.Count;
    }

    /// <summary>Ends the word.</summary>
    /// <param name="end">Where it ends.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="last">Its last token; null where a <c>)</c> ended it.</param>
    public ShellWord Build(int end, SyntaxTokenKind kind, out SyntaxToken? last)
    {
        var span = TextSpan.FromBounds(start, end);
        last = !_hasSubstitution || end > TokenStart ? TokenTo(end, kind) : null;
        return new ShellWord(_hasSubstitution ? Whole(span) : last!.Text, span, [.. _variables]);
    }

    private void Add(int from, int length, string? meaning)
    {
        if (meaning is null && _parts.Count > _firstPart && _parts[^1] is { Meaning: null } last && last.Start + last.Length == from)
            _parts[^1] = (last.Start, last.Length + length, null);
        else if (meaning is not null || length > 0)
            _parts.Add((from, length, meaning));
        Length += meaning?.Length ?? length;
    }

    private SyntaxToken TokenTo(int end, SyntaxTokenKind kind = SyntaxTokenKind.Text)
    {
        var (from, first, style) = (TokenStart, _firstPart, StyleOf(end));
        var span = TextSpan.FromBounds(from, end);
        return new SyntaxToken(kind, span, token =>
        {
            var value = new MappedTextBuilder(token, source);
            for (var i = first; i < _parts.Count; i++)
                AppendTo(value, _parts[i]);
            var content = style == '\0' ? span : TextSpan.FromBounds(from + 1, end - 1);
            return value.Build(content, style switch { '\'' => WordEscaping.SingleQuoted, '"' => WordEscaping.DoubleQuoted, _ => WordEscaping.Unquoted });
        });
    }

    private MappedText Whole(TextSpan span)
    {
        var value = new MappedTextBuilder(this, source);
        foreach (var part in _parts)
            AppendTo(value, part);
        return value.Build(span, WordEscaping.None);
    }

    private static void AppendTo(MappedTextBuilder value, (int Start, int Length, string? Meaning) part)
    {
        if (part.Meaning is null)
            value.Append(part.Start, part.Length);
        else
            value.Append(part.Start, part.Length, part.Meaning);
    }

    /// <summary>The quote around the whole of a token; <c>\0</c> where there is none.</summary>
    private char StyleOf(int end) =>
        !_hasSubstitution && _quotes.Count == 2 && _quotes[0] == TokenStart && _quotes[1] == end - 1 && source[TokenStart] is '\'' or '"'
            ? source[TokenStart]
            : '\0';
}
