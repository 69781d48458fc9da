namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Writes a new entry as text.</summary>
internal static class EntryText
{
    /// <summary><c>key: value</c>, or <c>key:</c> for a copy of an empty node.</summary>
    public static string Of(YamlNewEntry entry, YamlTree tree, bool inFlow) =>
        $"{ScalarText.Key(entry.Key, tree.IsJson, inFlow)}: {ScalarText.Value(entry.Value, tree, inFlow)}".TrimEnd();
}
