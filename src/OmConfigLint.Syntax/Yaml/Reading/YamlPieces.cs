using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Puts the leaves of a tree (scalars, aliases, anchors, tags) and the gaps between them in the order of the text.</summary>
internal static class YamlPieces
{
    /// <inheritdoc cref="YamlTree.Pieces"/>
    public static IEnumerable<YamlPiece> Of(YamlTree tree)
    {
        var position = 0;
        foreach (var leaf in Leaves(tree))
        {
            while (position < leaf.Span.Start)
            {
                var piece = GapLexer.Read(tree.Text, position, leaf.Span.Start);
                yield return piece;
                position = piece.Span.End;
            }

            if (leaf.Span.IsEmpty)
                continue;
            yield return leaf;
            position = leaf.Span.End;
        }
    }

    /// <inheritdoc cref="YamlTree.Comments"/>
    public static ImmutableArray<SyntaxComment> CommentsOf(YamlTree tree)
    {
        var text = tree.Text;
        if (!text.Contains('#', StringComparison.Ordinal))
            return [];

        var comments = ImmutableArray.CreateBuilder<SyntaxComment>();
        var position = 0;
        foreach (var leaf in Leaves(tree))
        {
            // In a gap, every `#` starts a comment.
            while (position < leaf.Span.Start)
            {
                var found = text.AsSpan(position, leaf.Span.Start - position).IndexOf('#');
                if (found < 0)
                    break;
                var start = position + found;
                position = GapLexer.EndOfLine(text, start, leaf.Span.Start);
                comments.Add(new SyntaxComment(TextSpan.FromBounds(start, position), IsTrailing(text, start)));
            }

            position = leaf.Span.End;
        }

        return comments.DrainToImmutable();
    }

    private static bool IsTrailing(string text, int start)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return !GapLexer.IsLineStart(text, start);
    }

    /// <summary>The leaves in order, and an empty one at the end of the text.</summary>
    private static List<YamlPiece> Leaves(YamlTree tree)
    {
        var leaves = new List<YamlPiece>();
        foreach (var document in tree.Documents)
            Add(leaves, tree.Text, document.Root);
        leaves.Add(new YamlPiece(YamlPieceKind.Content, new TextSpan(tree.Text.Length, 0)));
        return leaves;
    }

    private static void Add(List<YamlPiece> leaves, string text, YamlNode node)
    {
        AddProperties(leaves, node);
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Add(leaves, text, entry.Key);
                    Add(leaves, text, entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Add(leaves, text, item);
                break;
            case YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded }:
                AddBlockScalar(leaves, text, node.Span);
                break;
            default:
                leaves.Add(new YamlPiece(YamlPieceKind.Content, node.Span));
                break;
        }
    }

    private static void AddProperties(List<YamlPiece> leaves, YamlNode node)
    {
        if (node.Anchor is { } anchor && node.Tag is { } tag)
        {
            var anchorFirst = anchor.Span.Start < tag.Span.Start;
            leaves.Add(new YamlPiece(YamlPieceKind.Property, anchorFirst ? anchor.Span : tag.Span));
            leaves.Add(new YamlPiece(YamlPieceKind.Property, anchorFirst ? tag.Span : anchor.Span));
        }
        else if ((node.Anchor?.Span ?? node.Tag?.Span) is { } only)
        {
            leaves.Add(new YamlPiece(YamlPieceKind.Property, only));
        }
    }

    /// <summary>The header and the lines are two leaves: a comment may stand behind the header.</summary>
    private static void AddBlockScalar(List<YamlPiece> leaves, string text, TextSpan span)
    {
        var headerEnd = span.Start + 1;
        while (headerEnd < span.End && (text[headerEnd] is '+' or '-' || char.IsAsciiDigit(text[headerEnd])))
            headerEnd++;
        leaves.Add(new YamlPiece(YamlPieceKind.Content, TextSpan.FromBounds(span.Start, headerEnd)));

        var headerLine = GapLexer.EndOfLine(text, headerEnd, span.End);
        if (headerLine < span.End)
        {
            var firstLine = GapLexer.EndOfLineBreak(text, headerLine);
            leaves.Add(new YamlPiece(YamlPieceKind.Content, TextSpan.FromBounds(firstLine, span.End)));
        }
    }
}
