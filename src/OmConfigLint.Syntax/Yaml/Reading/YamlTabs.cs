using System.Collections.Immutable;

namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>Finds the tabs that YamlDotNet takes and PyYAML does not.</summary>
internal static class YamlTabs
{
    /// <inheritdoc cref="YamlTree.RefusedTabs"/>
    public static ImmutableArray<int> Of(YamlTree tree)
    {
        if (tree.IsJson || !tree.Text.Contains('\t', StringComparison.Ordinal))
            return [];

        var tabs = new List<int>();
        foreach (var piece in tree.Pieces())
        {
            if (piece.Kind == YamlPieceKind.WhiteSpace)
                Add(tabs, tree.Text, piece.Span.Start, piece.Span.End);
        }

        foreach (var document in tree.Documents)
            AddPlainText(tabs, tree.Text, document.Root);
        tabs.Sort();
        return [.. tabs];
    }

    private static void AddPlainText(List<int> tabs, string text, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    AddPlainText(tabs, text, entry.Key);
                    AddPlainText(tabs, text, entry.Value);
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    AddPlainText(tabs, text, item);
                break;
            case YamlScalar { Style: YamlScalarStyle.Plain }:
                Add(tabs, text, node.Span.Start, node.Span.End);
                break;
        }
    }

    private static void Add(List<int> tabs, string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\t')
                tabs.Add(i);
        }
    }
}
