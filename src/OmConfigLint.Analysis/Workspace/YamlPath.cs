using System.Globalization;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>The place of a node in its document by keys and indices, as in <c>processor.config.tableConfig[0].profileSample</c>.</summary>
public static class YamlPath
{
    /// <summary>The place of <paramref name="entry"/>.</summary>
    public static string Of(YamlEntry entry)
    {
        var parent = Of(entry.Mapping);
        var key = entry.KeyText ?? "?";
        return parent.Length == 0 ? key : parent + "." + key;
    }

    /// <summary>The place of <paramref name="node"/>; empty for a document's root.</summary>
    public static string Of(YamlNode node)
    {
        if (node.Entry is { } entry)
            return Of(entry);
        if (node.Parent is not YamlSequence sequence)
            return "";
        return string.Create(CultureInfo.InvariantCulture, $"{Of(sequence)}[{sequence.Items.IndexOf(node)}]");
    }
}
