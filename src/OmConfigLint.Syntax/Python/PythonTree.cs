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
