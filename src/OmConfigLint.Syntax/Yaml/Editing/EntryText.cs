using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Writes a new entry as text.</summary>
internal static class EntryText
{
    /// <summary><c>key: value</c>; for a copy of an empty node <c>key:</c>, in flow style with a blank, without which the colon could be the key's.</summary>
    public static string Of(YamlNewEntry entry, YamlTree tree, bool inFlow)
    {
        if (entry.Value.IsLiteral)
            throw new SyntaxEditException("a block scalar cannot be written there");
        var text = $"{ScalarText.Key(entry.Key, tree.IsJson, inFlow)}: {ScalarText.Value(entry.Value, tree, inFlow)}";
        return inFlow ? text : text.TrimEnd(' ');
    }

    /// <summary>The same for a block mapping, where a value can have lines of its own.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="tree">The tree that is edited.</param>
    /// <param name="indentation">What stands before the key; the first line comes without it.</param>
    /// <param name="step">By how much a block scalar's lines are indented further.</param>
    /// <param name="lineBreak">The line break of the text.</param>
    public static string OfBlock(YamlNewEntry entry, YamlTree tree, string indentation, int step, string lineBreak)
    {
        if (!entry.Value.IsLiteral)
            return Of(entry, tree, inFlow: false);

        var value = entry.Value.Text!;
        var content = value.EndsWith('\n') ? value[..^1] : value;
        if (content.Length == 0 || content[0] is ' ' or '\n' or '\t' || content[^1] == '\n'
            || content.Any(c => !(c is '\n' or '\t' or >= ' ' and < '\u007F' or >= '\u00A0') || c is '\u2028' or '\u2029' or '\uFEFF'))
        {
            throw new SyntaxEditException("the text cannot be written as a block scalar");
        }

        var inner = indentation + new string(' ', step);
        var lines = content.Split('\n').Select(line => line.Length == 0 ? "" : inner + line);
        return $"{ScalarText.Key(entry.Key, tree.IsJson, inFlow: false)}: {(value.EndsWith('\n') ? "|" : "|-")}{lineBreak}{string.Join(lineBreak, lines)}";
    }
}
