using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Finds the text that a suppression covers: the node that starts on its line or, for a comment of its own line, the next node; each with all below it.</summary>
internal static class SuppressionScope
{
    /// <summary>What a comment at <paramref name="comment"/> covers.</summary>
    public static TextSpan Of(SourceFile file, YamlTree tree, YamlComment comment)
    {
        var line = file.Lines.LineOf(comment.Span.Start);
        if (!comment.IsTrailing)
        {
            do
                line++;
            while (line < file.Lines.Count && IsBlankOrComment(file.Text.AsSpan(file.Lines.SpanOf(line).Start, file.Lines.SpanOf(line).Length)));
            if (line >= file.Lines.Count)
                return comment.Span;
        }

        var lineSpan = file.Lines.SpanOf(line);
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
