using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// A Python source text: all of its tokens, and of its structure what configuration is written with: strings, dicts, lists, calls,
/// assignments and imports. Everything else is passed over, with what stands in it.
/// </summary>
public sealed class PythonTree : TokenTree
{
    private readonly SyntaxLimits _limits;
    private readonly IReadOnlySet<string> _changedNames;
    private readonly ImmutableArray<PythonValue> _roots;
    private ImmutableArray<PythonValue> _values;
    private Dictionary<string, int>? _uses;

    private PythonTree(string text, PythonLexer lexer, PythonReader reader, SyntaxLimits limits)
        : base(text, [.. lexer.Tokens], [.. lexer.Comments])
    {
        _limits = limits;
        _roots = [.. reader.Values];
        _changedNames = reader.ChangedNames;
        Assignments = [.. reader.Assignments];
        Imports = [.. reader.Imports];
        Scopes = [.. reader.Scopes];
        Statements = [.. reader.Statements];
    }

    /// <summary>Every expression that was understood or holds one that was, outer ones before those inside them.</summary>
    public ImmutableArray<PythonValue> Values => _values.IsDefault ? _values = AllValues() : _values;

    /// <summary>The string expressions; one that is joined or cut is one, with its literals in it.</summary>
    public IEnumerable<PythonString> Strings => Values.OfType<PythonString>();

    /// <summary>The dicts, inner ones too.</summary>
    public IEnumerable<PythonDict> Dicts => Values.OfType<PythonDict>();

    /// <summary>The calls; not those that are read as a dict or a string (<c>dict(a=1)</c>, <c>dedent("…")</c>).</summary>
    public IEnumerable<PythonCall> Calls => Values.OfType<PythonCall>();

    /// <summary>The assignments in order; <c>a = b = 1</c> is two.</summary>
    public ImmutableArray<PythonAssignment> Assignments { get; }

    /// <summary>The imports in order.</summary>
    public ImmutableArray<PythonImport> Imports { get; }

    /// <summary>The module, and its functions and classes in order of their starts.</summary>
    public ImmutableArray<PythonScope> Scopes { get; }

    /// <summary>The statements in order; of a compound one what stands before its colon.</summary>
    public ImmutableArray<TextSpan> Statements { get; }

    /// <summary>Reads Python 3.</summary>
    /// <returns>
    /// False, with the first error, where the tokens are no Python (a bracket or string that is never closed, a character that means nothing)
    /// or go beyond <paramref name="limits"/>. Never throws on any text.
    /// </returns>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out PythonTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var lexer = PythonLexer.Read(text, limits);
        error = lexer.Error;
        tree = error is null ? new PythonTree(text, lexer, PythonReader.Read(text, lexer), limits) : null;
        return tree is not null;
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, _limits, out var reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <summary>The innermost scope that holds <paramref name="position"/>.</summary>
    public PythonScope ScopeAt(int position)
    {
        var found = Scopes[0];
        foreach (var scope in Scopes)
        {
            if (scope.Span.Start > position)
                break;
            if (scope.Span.Contains(position))
                found = scope;
        }

        return found;
    }

    /// <summary>
    /// The one assignment that <paramref name="name"/> can stand for; null where there is none in sight, or where it is not certain: several, a
    /// parameter, an import, a loop variable, a value that is changed in place somewhere.
    /// </summary>
    public PythonAssignment? Resolve(PythonName name)
    {
        if (_changedNames.Contains(name.Text))
            return null;
        var start = ScopeAt(name.Span.Start);
        for (var scope = start; scope is not null; scope = scope.Parent)
        {
            if ((scope == start || scope.Kind != PythonScopeKind.Class) && scope.TryFind(name.Text, out var assignment))
                return assignment is not null && !assignment.Span.Contains(name.Span) ? assignment : null;
        }

        return null;
    }

    /// <summary>Replaces source text that holds whole tokens: a value, the dotted name of an import.</summary>
    /// <param name="editor">An editor of this tree.</param>
    /// <param name="span">From the start of one token to the end of the same or another.</param>
    /// <param name="newText">Python; its line breaks become those of the text.</param>
    /// <exception cref="SyntaxEditException">The span cuts a token, or the new text is no Python.</exception>
    public void Replace(TokenEditor editor, TextSpan span, string newText)
    {
        var first = FirstTokenAt(span.Start);
        var end = FirstTokenAt(span.End);
        if (first == end || Tokens[first].Span.Start != span.Start || Tokens[end - 1].Span.End != span.End)
            throw new SyntaxEditException("the text to be replaced is not made of whole tokens");
        newText = newText.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", PythonLexer.LineBreakOf(Text), StringComparison.Ordinal);
        editor.ReplaceTokens(first, end - first, span, newText, TokensOf(newText));
    }

    /// <summary>
    /// Takes entries out of a dict, items out of a list or arguments out of a call: whole lines where they stand on lines of their own, the
    /// comment behind them included; commas so that the rest reads as before. Comments on lines of their own stay.
    /// </summary>
    /// <param name="editor">An editor of this tree.</param>
    /// <param name="entries">The entries; of one container, in any order.</param>
    public void Remove(TokenEditor editor, params ReadOnlySpan<PythonEntry> entries) => new PythonEntryRemoval(this, editor).Remove(entries);

    /// <summary>Writes an entry, item or argument behind another one, on a line of its own where that one has one.</summary>
    /// <param name="editor">An editor of this tree.</param>
    /// <param name="neighbour">The one behind which it goes.</param>
    /// <param name="entry">Python, without a comma.</param>
    /// <exception cref="SyntaxEditException">It is no Python.</exception>
    public void InsertAfter(TokenEditor editor, PythonEntry neighbour, string entry)
    {
        var lineBreak = PythonLexer.LineBreakOf(Text);
        var start = Tokens[neighbour.FirstToken].Span.Start;
        var line = Lines.StartOf(Lines.LineOf(start));
        var indentation = Text[line..start];
        var hasComma = neighbour.CommaToken >= 0;
        var last = hasComma ? neighbour.CommaToken : neighbour.LastToken;
        var end = Tokens[last].Span.End;
        var endOfLine = Lines.SpanOf(Lines.LineOf(end)).End;
        var rest = Text[end..endOfLine];
        if (!indentation.AsSpan().IsWhiteSpace())
            (endOfLine, rest, lineBreak, indentation) = (end, "", "", " ");
        else if (!string.IsNullOrWhiteSpace(rest) && !rest.TrimStart().StartsWith('#'))
            (endOfLine, rest) = (end, "");
        if (hasComma)
            editor.ReplaceTokens(last + 1, 0, new TextSpan(endOfLine, 0), $"{lineBreak}{indentation}{entry},", TokensOf($"{entry},"));
        else
            editor.ReplaceTokens(last + 1, 0, TextSpan.FromBounds(end, endOfLine), $",{rest.TrimEnd()}{lineBreak}{indentation}{entry}", TokensOf($",{entry}"));
    }

    /// <summary>Takes out a statement that stands on lines of its own behind another one of its block.</summary>
    /// <param name="editor">An editor of this tree.</param>
    /// <param name="statement">One of <see cref="Statements"/>.</param>
    /// <exception cref="SyntaxEditException">There is no other one, or the statement shares a line.</exception>
    public void RemoveStatement(TokenEditor editor, TextSpan statement)
    {
        var first = FirstTokenAt(statement.Start);
        var last = FirstTokenAt(statement.End);
        var lineStart = Lines.StartOf(Lines.LineOf(statement.Start));
        var column = statement.Start - lineStart;
        var index = Statements.IndexOf(statement);
        if (!Text.AsSpan(lineStart, column).IsWhiteSpace() || (last < Tokens.Length && Tokens[last].Kind != SyntaxTokenKind.LineBreak))
            throw new SyntaxEditException("the statement shares its line with another one");
        if (index <= 0 || Statements[index - 1].Start - Lines.StartOf(Lines.LineOf(Statements[index - 1].Start)) != column)
            throw new SyntaxEditException("it may be the only statement of its block");
        if (first > 0 && Tokens[first - 1].Span.Start >= lineStart)
            first--;
        last = Math.Min(last, Tokens.Length - 1);
        var end = Lines.EndIncludingLineBreak(Lines.LineOf(Tokens[last].Span.Start));
        editor.ReplaceTokens(first, last - first + 1, TextSpan.FromBounds(lineStart, Math.Max(end, Tokens[last].Span.End)), "");
    }

    /// <summary>How often <paramref name="name"/> stands in the code as a variable: where it gets its value, and where it is used.</summary>
    internal int CountUses(string name) => (_uses ??= AllUses()).GetValueOrDefault(name);

    /// <summary>True where the value of <paramref name="name"/> is changed in place somewhere.</summary>
    internal bool IsChangedInPlace(string name) => _changedNames.Contains(name);

    /// <summary>Tokens are numbered; this is the first one that does not end before <paramref name="position"/>.</summary>
    internal int FirstTokenAt(int position)
    {
        var (low, high) = (0, Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>What starts on the line, the longest of it; else what ends there, else the line.</summary>
    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line)
    {
        var span = Lines.SpanOf(line);
        TextSpan? starting = null, ending = null;
        foreach (var candidate in Statements.Concat(Values.Select(value => value.Entry).OfType<PythonEntry>().Select(entry => entry.Span)))
        {
            if (span.Contains(candidate.Start) && candidate.Length > (starting?.Length ?? 0))
                starting = candidate;
            if (span.Contains(candidate.End - 1) && candidate.Length > (ending?.Length ?? 0))
                ending = candidate;
        }

        return starting ?? ending ?? span;
    }

    private ImmutableArray<DeclaredToken> TokensOf(string text)
    {
        // Inside brackets, as the new text may have several lines.
        var lexer = PythonLexer.Read($"({text})", _limits);
        if (lexer.Error is not null)
            throw new SyntaxEditException($"the new text is no Python: {lexer.Error.Message}");
        return [.. lexer.Tokens.Skip(1).SkipLast(1).Select(token => new DeclaredToken(token.Kind, token.Value))];
    }

    private Dictionary<string, int> AllUses()
    {
        var keywords = Values.Select(value => value.Entry).OfType<PythonEntry>()
            .Where(entry => entry.Key is null && entry.NameSpan is not null)
            .Select(entry => entry.NameSpan!.Value.Start)
            .ToHashSet();
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Tokens.Length; i++)
        {
            var token = Tokens[i];
            if (token.Kind == SyntaxTokenKind.Name && !keywords.Contains(token.Span.Start) && (i == 0 || Tokens[i - 1] is not { Kind: SyntaxTokenKind.Punctuation, Value: "." }))
                uses[token.Value] = uses.GetValueOrDefault(token.Value) + 1;
        }

        return uses;
    }

    private ImmutableArray<PythonValue> AllValues()
    {
        var values = ImmutableArray.CreateBuilder<PythonValue>();
        var open = new Stack<PythonValue>(_roots.OrderByDescending(root => root.Span.Start));
        while (open.TryPop(out var value))
        {
            values.Add(value);
            foreach (var child in value.Children.Reverse())
                open.Push(child);
        }

        return values.DrainToImmutable();
    }
}
