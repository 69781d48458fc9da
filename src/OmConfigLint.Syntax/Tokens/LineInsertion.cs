using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tokens;

/// <summary>Inserts whole lines into a text of statements, one a line. What is inserted is to be read as it is read alone.</summary>
public static class LineInsertion
{
    /// <summary>Inserts <paramref name="lines"/> before the 0-based <paramref name="line"/>; behind the last one where there is no such line.</summary>
    /// <param name="editor">An editor of a <see cref="TokenTree"/>.</param>
    /// <param name="line">Not inside a statement: the first line of one, a comment, an empty line, or <see cref="LineMap.Count"/>.</param>
    /// <param name="lines">The lines with <c>\n</c> between them and none at their end; the text's own line break is written.</param>
    /// <exception cref="SyntaxEditException">The lines are not of the format.</exception>
    public static void InsertLines(this TokenEditor editor, int line, string lines)
    {
        var tree = (TokenTree)editor.Tree;
        if (!tree.TryReread(lines, out var read, out var error))
            throw new SyntaxEditException($"the new lines cannot be read: {error.Message}");

        var map = tree.Lines;
        var lineBreak = map.Count == 1 ? "\n" : tree.Text[map.SpanOf(0).End..map.StartOf(1)];
        var position = line < map.Count ? map.StartOf(line) : tree.Text.Length;
        var isBehindOpenLine = position == tree.Text.Length && map.SpanOf(map.Count - 1).Length > 0;
        var text = lines.Replace("\n", lineBreak, StringComparison.Ordinal);
        var tokens = ((TokenTree)read).Tokens.Select(token => new DeclaredToken(token.Kind, token.Value)).ToImmutableArray();
        var end = new DeclaredToken(SyntaxTokenKind.LineBreak, "\n");

        // The last line keeps having no line break where it had none; a comment's line has none that counts.
        var isStatement = tokens.Length > 0 && tokens[^1].Kind != SyntaxTokenKind.LineBreak;
        var lastIsStatement = tree.Tokens.Length > 0 && tree.Tokens[^1].Kind != SyntaxTokenKind.LineBreak;
        if (isBehindOpenLine)
        {
            text = lineBreak + text;
            if (lastIsStatement)
                tokens = tokens.Insert(0, end);
        }
        else
        {
            text += lineBreak;
            if (isStatement)
                tokens = tokens.Add(end);
        }

        var index = isBehindOpenLine ? tree.Tokens.Length : IndexOfTokenAt(tree.Tokens, position);
        editor.ReplaceTokens(index, 0, new TextSpan(position, 0), text, tokens);
    }

    private static int IndexOfTokenAt(ImmutableArray<SyntaxToken> tokens, int position)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
