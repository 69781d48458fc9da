namespace OmConfigLint.Syntax.Yaml;

/// <summary>Walks a node and what it holds, in the order of the text. Aliases are not followed.</summary>
public static class YamlWalk
{
    /// <summary>The node itself, then its keys, values and items; nothing below a node for which <paramref name="skip"/> is true.</summary>
    public static IEnumerable<YamlNode> DescendantsAndSelf(this YamlNode root, Func<YamlNode, bool>? skip = null)
    {
        var open = new Stack<YamlNode>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (skip?.Invoke(node) == true)
                continue;
            yield return node;
            switch (node)
            {
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries.Reverse())
                    {
                        open.Push(entry.Value);
                        open.Push(entry.Key);
                    }

                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items.Reverse())
                        open.Push(item);
                    break;
            }
        }
    }
}
