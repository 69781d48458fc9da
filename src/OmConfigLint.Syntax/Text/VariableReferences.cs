using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>
/// Finds the references to variables in a text, by the rules that Compose, <c>.env</c> files, Dockerfiles and shells share.
/// Special parameters such as <c>$1</c> and <c>$@</c> are none.
/// </summary>
public static class VariableReferences
{
    /// <summary>The references in a value of a Compose file, where <c>$$</c> is a dollar sign. Those in a default follow the one that holds them.</summary>
    public static ImmutableArray<VariableReference> InCompose(string text) => In(text, new TextSpan(0, text.Length), '$');

    /// <summary>The references in a value in which nothing is escaped. Those in a default follow the one that holds them.</summary>
    public static ImmutableArray<VariableReference> In(string text) => In(text, new TextSpan(0, text.Length), '\0');

    /// <summary>The references in <paramref name="range"/> of a text in which <paramref name="escape"/> takes the meaning from the next character.</summary>
    public static ImmutableArray<VariableReference> In(string text, TextSpan range, char escape)
    {
        if (text.AsSpan(range.Start, range.Length).IndexOf('$') < 0)
            return [];

        var found = new List<VariableReference>();
        var open = new Stack<int>();
        for (var position = range.Start; position < range.End;)
        {
            var c = text[position];
            if (c == escape && escape != '$')
                position += 2;
            else if (c == '$' && escape == '$' && position + 1 < range.End && text[position + 1] == '$')
                position += 2;
            else if (c == '$')
                position = ReadDollar(text, position, range.End, found, open);
            else if (c == '}' && open.Count > 0)
                Close(found, open.Pop(), position++);
            else
                position++;
        }

        // What is never closed is none.
        return [.. found.Where(reference => !reference.Span.IsEmpty)];
    }

    /// <summary>The offset behind the name at <paramref name="position"/>; the same offset where there is none.</summary>
    internal static int EndOfName(string text, int position, int end)
    {
        if (position < end && char.IsAsciiDigit(text[position]))
            return position;
        while (position < end && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_'))
            position++;
        return position;
    }

    private static int ReadDollar(string text, int dollar, int end, List<VariableReference> found, Stack<int> open)
    {
        var inBraces = dollar + 1 < end && text[dollar + 1] == '{';
        var nameStart = dollar + (inBraces ? 2 : 1);
        var prefix = inBraces && nameStart < end && text[nameStart] is '#' or '!' ? text[nameStart++].ToString() : "";
        var nameEnd = EndOfName(text, nameStart, end);
        if (nameEnd == nameStart)
            return dollar + 1;

        var name = TextSpan.FromBounds(nameStart, nameEnd);
        var reference = new VariableReference(default, name, text[nameStart..nameEnd], prefix, new TextSpan(nameEnd, 0));
        if (!inBraces)
        {
            found.Add(reference with { Span = TextSpan.FromBounds(dollar, nameEnd) });
            return nameEnd;
        }

        var operatorLength = OperatorLength(text, nameEnd, end);
        if (operatorLength > 0)
            reference = reference with { Operator = text.Substring(nameEnd, operatorLength), ArgumentSpan = new TextSpan(nameEnd + operatorLength, 0) };
        open.Push(found.Count);
        found.Add(reference);
        return nameEnd + operatorLength;
    }

    private static int OperatorLength(string text, int position, int end) => position == end || text[position] is '}' ? 0
        : text[position] == ':' && position + 1 < end && text[position + 1] is '-' or '=' or '+' or '?' ? 2
        : 1;

    private static void Close(List<VariableReference> found, int index, int brace)
    {
        var reference = found[index];
        var prefixLength = reference.Operator is "#" or "!" && reference.ArgumentSpan.Start == reference.NameSpan.End ? 1 : 0;
        found[index] = reference with
        {
            Span = TextSpan.FromBounds(reference.NameSpan.Start - 2 - prefixLength, brace + 1),
            ArgumentSpan = TextSpan.FromBounds(reference.ArgumentSpan.Start, brace),
        };
    }
}
