using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// The text of a string as a document: what the program puts in (fields of f-strings, of <c>str.format</c> and of <c>%</c>) has a stand-in that
/// is never edited, and what is doubled for their sake stands once.
/// </summary>
public sealed class PythonTemplate : EmbeddedText
{
    private readonly PythonTree _tree;
    private readonly PythonFormatting _formatting;
    private readonly bool _doublesBraces;
    private readonly ImmutableArray<(string StandIn, string Source)> _fields;

    private PythonTemplate(
        PythonTree tree,
        PythonString source,
        PythonFormatting formatting,
        bool doublesBraces,
        string text,
        ImmutableArray<EmbeddedPart> parts,
        string indentation,
        ImmutableArray<(string StandIn, string Source)> fields)
        : base(text, parts, indentation)
    {
        _tree = tree;
        String = source;
        _formatting = formatting;
        _doublesBraces = doublesBraces;
        _fields = fields;
    }

    /// <summary>The string.</summary>
    public PythonString String { get; }

    /// <summary>True where something is put in.</summary>
    public bool HasFields => !_fields.IsEmpty;

    /// <summary>The document that <paramref name="text"/> is; null where what becomes of it is not understood.</summary>
    public static PythonTemplate? Of(PythonTree tree, PythonString text)
    {
        if (text.IsBytes || FormattingOf(tree, text) is not { } formatting)
            return null;
        var content = text.Content;
        var result = new StringBuilder();
        var kept = new List<(TextSpan, int)>();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = 0;
        var hole = 0;
        while (position < content.Text.Length)
        {
            if (hole < content.Holes.Length && content.Holes[hole].Span.Start == position)
            {
                var (span, field) = content.Holes[hole++];
                var source = tree.Text.Substring(field.Span.Start, field.Span.Length);
                PutIn(span, tree.Text.AsSpan(field.Value.Span.Start, field.Value.Span.Length), source is ['{', ..] ? source : $"{{{source}}}");
                continue;
            }

            var end = hole < content.Holes.Length ? content.Holes[hole].Span.Start : content.Text.Length;
            var next = formatting == PythonFormatting.None ? -1 : content.Text.AsSpan(position, end - position).IndexOfAny(formatting == PythonFormatting.Percent ? "%" : "{}");
            var plain = next < 0 ? end - position : next;
            Keep(new TextSpan(position, plain));
            position += plain;
            if (next < 0)
                continue;
            if (position + 1 < end && content.Text[position + 1] == content.Text[position])
            {
                Keep(new TextSpan(position, 1));
                position += 2;
                continue;
            }

            var length = formatting == PythonFormatting.Percent
                ? LengthOfConversion(content.Text.AsSpan(position, end - position), out var name)
                : LengthOfField(content.Text.AsSpan(position, end - position), out name);
            if (length == 0)
                return null;
            PutIn(new TextSpan(position, length), name, content.Text.Substring(position, length));
        }

        return new PythonTemplate(
            tree,
            text,
            formatting,
            text.Literals.Any(literal => literal.Prefix.AsSpan().IndexOfAny("fFtT") >= 0),
            result.ToString(),
            EmbeddedPart.Keep(content.Parts, kept),
            content.Indentation,
            [.. fields.OrderByDescending(field => field.Key.Length).Select(field => (field.Key, field.Value))]);

        void Keep(TextSpan span)
        {
            if (span.IsEmpty)
                return;
            kept.Add((span, result.Length));
            result.Append(content.Text, span.Start, span.Length);
        }

        void PutIn(TextSpan span, ReadOnlySpan<char> name, string source)
        {
            // Alone on its line it stands for entries: a key without a value.
            var standIn = PythonStandIn.Of(name) + (IsAloneOnItsLine(content.Text, span) ? ":" : "");
            fields[standIn] = source;
            result.Append(standIn);
            position = span.End;
        }
    }

    /// <inheritdoc/>
    public override string Present(string text)
    {
        if (_formatting == PythonFormatting.Percent)
            text = text.Replace("%", "%%", StringComparison.Ordinal);
        if (_doublesBraces || _formatting == PythonFormatting.Braces)
            text = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        foreach (var (standIn, source) in _fields)
            text = text.Replace(standIn, source, StringComparison.Ordinal);
        return text;
    }

    internal override void Embed(SyntaxEditor host, SyntaxEditor inner)
    {
        if (_formatting != PythonFormatting.None && inner.GetChanges().Any(change => change.NewText.AsSpan().IndexOfAny("{}%") >= 0))
            throw new SyntaxEditException("the new text means something else where the string is filled in");
        var changes = inner.GetChanges();
        if (!changes.Any(HoldsFieldsWhole))
        {
            base.Embed(host, inner);
            return;
        }

        // Fields go with the lines that they stand in: the literal is written anew, and the document in it is proved.
        if (String.Literals is not [var literal] || host is not TokenEditor editor)
            throw new SyntaxEditException("the text is put together from several places and cannot be edited across them");
        var written = new StringBuilder();
        var position = literal.Span.Start;
        foreach (var change in changes.SelectMany(ToSourceChanges).OrderBy(change => change.Span.Start))
        {
            written.Append(_tree.Text, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        written.Append(_tree.Text, position, literal.Span.End - position);
        _tree.Replace(editor, literal.Span, written.ToString());
    }

    internal override string? FindDifference(SyntaxTree edited, SyntaxEditor inner)
    {
        if (!inner.GetChanges().Any(HoldsFieldsWhole))
            return null;
        var code = (PythonTree)edited;
        foreach (var text in code.Strings)
        {
            if (text.Literals.Length == String.Literals.Length
                && Of(code, text) is { } again
                && inner.Tree.TryReread(again.Text, out var tree, out _)
                && inner.FindDifference(tree) is null)
            {
                return null;
            }
        }

        return "the edited text is not read as it was meant";
    }

    /// <summary>True for the removal of lines that hold fields, each of them whole.</summary>
    private bool HoldsFieldsWhole(TextChange change) =>
        change.NewText!.Length == 0 && HoldsStandIn(change.Span)
        && !HoldsStandIn(new TextSpan(change.Span.Start, 1)) && !HoldsStandIn(new TextSpan(change.Span.End - 1, 1))
        && IsLineStart(change.Span.Start) && IsLineStart(change.Span.End);

    private bool IsLineStart(int position) => position == 0 || Text[position - 1] == '\n';

    private IEnumerable<TextChange> ToSourceChanges(TextChange change)
    {
        if (!HoldsFieldsWhole(change))
            return ToParts(change).Select(part => part.Text.Replace(part.Span, part.NewText));
        var span = ToSource(change.Span);
        var start = span.Start;
        while (String.Content.Indentation.Length > 0 && _tree.Text[start - 1] is ' ' or '\t')
            start--;
        return [new TextChange(TextSpan.FromBounds(start, span.End), "")];
    }

    /// <summary>What is done to the string, at its place or under the name that it is given.</summary>
    private static PythonFormatting? FormattingOf(PythonTree tree, PythonString text)
    {
        switch (text.Operation)
        {
            case ".format" or ".format_map":
                return PythonFormatting.Braces;
            case "%":
                return PythonFormatting.Percent;
            case not (null or ".replace" or ".encode" or ".strip" or ".lstrip" or ".rstrip" or ".splitlines" or ".lower" or ".upper"):
                return null;
        }

        if (tree.Assignments.FirstOrDefault(assignment => assignment.Value == text) is not { Name: { } name })
            return PythonFormatting.None;
        if (text.Content.Text.Contains('{') && tree.Calls.Any(call => call.Callee == name + ".format" || call.Callee == name + ".format_map"))
            return PythonFormatting.Braces;
        return text.Content.Text.Contains('%') && IsLeftOfPercent(tree, name) ? PythonFormatting.Percent : PythonFormatting.None;
    }

    private static bool IsLeftOfPercent(PythonTree tree, string name)
    {
        for (var i = 1; i < tree.Tokens.Length; i++)
        {
            if (tree.Tokens[i] is { Kind: SyntaxTokenKind.Punctuation, Value: "%" } && tree.Tokens[i - 1] is { Kind: SyntaxTokenKind.Name } left && left.Value == name)
                return true;
        }

        return false;
    }

    private static bool IsAloneOnItsLine(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return (start == 0 || text[start - 1] == '\n') && (span.End == text.Length || text[span.End] == '\n');
    }

    /// <summary><c>{name!r:>10}</c>; 0 where it is none.</summary>
    private static int LengthOfField(ReadOnlySpan<char> text, out ReadOnlySpan<char> name)
    {
        name = default;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (text[i] == '\n' || depth < 0)
                return 0;
            if (depth > 0)
                continue;
            name = text[1..i];
            name = name.IndexOfAny('!', ':') is >= 0 and var end ? name[..end] : name;
            return i + 1;
        }

        return 0;
    }

    /// <summary><c>%(name)s</c>, <c>%-10d</c>; 0 where it is none.</summary>
    private static int LengthOfConversion(ReadOnlySpan<char> text, out ReadOnlySpan<char> name)
    {
        name = default;
        var end = 1;
        if (text.Length > 1 && text[1] == '(')
        {
            var close = text.IndexOf(')');
            if (close < 0)
                return 0;
            name = text[2..close];
            end = close + 1;
        }

        while (end < text.Length && text[end] is '#' or '0' or '-' or ' ' or '+' or '.' or '*' or (>= '1' and <= '9') or 'h' or 'l' or 'L')
            end++;
        if (end == text.Length || !"diouxXeEfFgGcrsa".Contains(text[end], StringComparison.Ordinal))
            return 0;
        name = name.IsEmpty ? text[..(end + 1)] : name;
        return end + 1;
    }
}
