namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>The value that an edit writes: a scalar of its own or a copy of a node's text.</summary>
public sealed class YamlNewValue
{
    private YamlNewValue(string? text, bool isString, YamlNode? copied)
    {
        Text = text;
        IsString = isString;
        Copied = copied;
    }

    /// <summary>The scalar's content; null for a copy.</summary>
    public string? Text { get; }

    /// <summary>True where the content is a string whatever it looks like, and is quoted where it must be.</summary>
    public bool IsString { get; }

    /// <summary>The node whose text is copied as written (quotes kept, anchor left out); null for a scalar.</summary>
    public YamlNode? Copied { get; }

    /// <summary>
    /// A plain scalar, written as it is: <c>true</c>, <c>80</c>. The edit is refused where the text is none: in JSON, where it is no number,
    /// <c>true</c>, <c>false</c> or <c>null</c> (<c>yes</c> and <c>${X}</c> would have to become strings).
    /// </summary>
    public static YamlNewValue Plain(string text) => new(text, isString: false, copied: null);

    /// <summary>A string, quoted only where YAML or JSON needs it.</summary>
    public static YamlNewValue String(string text) => new(text, isString: true, copied: null);

    /// <summary>
    /// A copy of <paramref name="node"/>, a node of the edited tree, as it is written there (an alias: as its target is written). The edit is
    /// refused where the node is not a scalar or flow collection on one line, or holds anchors or aliases.
    /// </summary>
    public static YamlNewValue CopyOf(YamlNode node) => new(text: null, isString: false, node.Resolved);
}
