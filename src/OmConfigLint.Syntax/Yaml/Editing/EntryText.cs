namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Writes a new entry as text.</summary>
internal static class EntryText
{
    /// <summary><c>key: value</c>; for a copy of an empty node <c>key:</c>, in flow style with a blank, without which the colon could be the key's.</summary>
    public static string Of(YamlNewEntry entry, YamlTree tree, bool inFlow)
    {
        var text = $"{ScalarText.Key(entry.Key, tree.IsJson, inFlow)}: {ScalarText.Value(entry.Value, tree, inFlow)}";
        return inFlow ? text : text.TrimEnd(' ');
    }
}
