using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>Finds the text that a comment speaks of: the node that starts on its line or, for a comment of its own line, the next node; each with all below it.</summary>
internal static class YamlCommentScope
{
    /// <summary>What <paramref name="comment"/> covers.</summary>
    public static TextSpan Of(YamlTree tree, SyntaxComment comment)
    {
        var lines = tree.LineMap;
        var line = lines.LineOf(comment.Span.Start);
        if (!comment.IsTrailing)
        {
            do
                line++;
            while (line < lines.Count && IsBlankOrComment(tree.Text.AsSpan(lines.SpanOf(line).Start, lines.SpanOf(line).Length)));
            if (line >= lines.Count)
                return comment.Span;
        }

        var lineSpan = lines.SpanOf(line);
        foreach (var document in tree.Documents)
        {
            if (FindFirstStarting(document.Root, lineSpan) is { } node)
                return TextSpan.FromBounds(lineSpan.Start, Math.Max(lineSpan.End, node.End));
        }

        return lineSpan;
    }

    private static bool IsBlankOrComment(ReadOnlySpan<char> line)
    {
        var trimmed = line.Trim();
        return trimmed.IsEmpty || trimmed[0] == '#';
    }

    private static TextSpan? FindFirstStarting(YamlNode node, TextSpan line)
    {
        if (node.Span.End < line.Start || node.FullSpan.Start > line.End)
            return null;

        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (line.Contains(entry.Span.Start))
                        return entry.Span;
                    if (FindFirstStarting(entry.Value, line) is { } found)
                        return found;
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (line.Contains(item.FullSpan.Start))
                        return item.FullSpan;
                    if (FindFirstStarting(item, line) is { } found)
                        return found;
                }

                break;
        }

        return null;
    }
}
