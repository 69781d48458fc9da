using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>Draws a tree, one node a line: properties, kind, and the node's own text between angle quotes.</summary>
internal static class Outline
{
    public static string OfYaml(string text)
    {
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return Of(tree);
    }

    public static string OfJson(string text)
    {
        Assert.True(YamlTree.TryParseJson(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return Of(tree);
    }

    public static string Visible(string text) =>
        text.Replace("\r", "␍", StringComparison.Ordinal)
            .Replace("\n", "␊", StringComparison.Ordinal)
            .Replace("\t", "␉", StringComparison.Ordinal)
            .Replace("\uFEFF", "[BOM]", StringComparison.Ordinal);

    private static string Of(YamlTree tree)
    {
        var outline = new StringBuilder();
        foreach (var document in tree.Documents)
        {
            if (tree.Documents.Length > 1)
                outline.Append("document «").Append(Visible(Slice(tree, document.Span))).Append("»\n");
            Append(outline, tree, document.Root, depth: tree.Documents.Length > 1 ? 1 : 0, role: string.Empty);
        }

        return outline.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder outline, YamlTree tree, YamlNode node, int depth, string role)
    {
        outline.Append(' ', 2 * depth).Append(role);
        foreach (var property in new[] { node.Anchor?.Span, node.Tag?.Span }.OfType<TextSpan>().Order())
            outline.Append(Slice(tree, property)).Append(' ');
        outline.Append(KindOf(node)).Append(" «").Append(Visible(Slice(tree, node.Span))).Append('»');
        if (node is YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded } scalar)
            outline.Append(" = «").Append(Visible(scalar.Value)).Append('»');
        outline.Append('\n');

        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    var isWhole = entry.Span.Start == entry.Key.FullSpan.Start && entry.Span.End == entry.Value.Span.End;
                    Append(outline, tree, entry.Key, depth + 1, isWhole ? "key " : $"entry «{Visible(Slice(tree, entry.Span))}» key ");
                    Append(outline, tree, entry.Value, depth + 1, "value ");
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Append(outline, tree, item, depth + 1, "item ");
                break;
        }
    }

    private static string KindOf(YamlNode node) => node switch
    {
        YamlMapping { IsSinglePair: true } => "pair",
        YamlMapping mapping => $"{mapping.Style} mapping",
        YamlSequence sequence => $"{sequence.Style} sequence",
        YamlAlias => "alias",
        YamlScalar { IsEmpty: true } => "empty",
        YamlScalar scalar => scalar.Style.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Slice(YamlTree tree, TextSpan span) => tree.Text.Substring(span.Start, span.Length);
}
