using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Toml;

/// <summary>Takes strings and scalars out of arrays.</summary>
public static class TomlItemRemoval
{
    /// <summary>
    /// Takes <paramref name="item"/> out of its array: with its line where it stands on a line of its own, the comment behind it included, and
    /// with a comma so that the rest reads as before.
    /// </summary>
    /// <exception cref="SyntaxEditException">It is no string or scalar in an array in brackets.</exception>
    public static void RemoveItem(this TomlTree tree, TokenEditor editor, TomlNode item)
    {
        if (item is not { Token: { } token, Parent: { Kind: TomlNodeKind.Array } array })
            throw new SyntaxEditException("only a single value of an array can be taken out");
        var at = tree.Tokens.IndexOf(token);
        var last = IsComma(tree, at + 1) ? at + 1 : at;
        if (OwnLine(tree, token.Span.Start, tree.Tokens[last].Span.End) is { } line)
        {
            editor.ReplaceTokens(at, last - at + 1, line, "");
            return;
        }

        // Within a line the comma before the last item goes with it: it would end nothing any more.
        var first = last == at && array.Children[^1] == item && IsComma(tree, at - 1) ? at - 1 : at;
        var end = tree.Tokens[last].Span.End;
        var behind = LineBreaks.SkipBlanks(tree.Text, end);
        if (last > at && behind < tree.Text.Length && tree.Text[behind] is not ('\n' or '\r' or '#'))
            end = behind;
        editor.ReplaceTokens(first, last - first + 1, TextSpan.FromBounds(tree.Tokens[first].Span.Start, end), "");
    }

    private static bool IsComma(TomlTree tree, int index) =>
        index >= 0 && index < tree.Tokens.Length && tree.Tokens[index] is { Kind: SyntaxTokenKind.Punctuation, Value: "," };

    /// <summary>The whole line, comment and line break included, where nothing else stands on it.</summary>
    private static TextSpan? OwnLine(TomlTree tree, int start, int end)
    {
        var text = tree.Text;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        end = LineBreaks.SkipBlanks(text, end);
        if (end < text.Length && text[end] == '#')
            end = LineBreaks.EndOfLine(text, end);
        var isWhole = start > 0 && text[start - 1] is '\n' or '\r' && end < text.Length && text[end] is '\n' or '\r';
        return isWhole ? TextSpan.FromBounds(start, LineBreaks.Skip(text, end)) : null;
    }
}
