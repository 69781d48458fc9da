namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>The value that an edit writes: a scalar of its own or a copy of a node's text.</summary>
public sealed class YamlNewValue
{
    private YamlNewValue(string? text, bool isString, YamlNode? copied, bool isLiteral = false)
    {
        Text = text;
        IsString = isString;
        Copied = copied;
        IsLiteral = isLiteral;
    }

    /// <summary>The scalar's content; null for a copy.</summary>
    public string? Text { get; }

    /// <summary>True where the content is a string whatever it looks like, and is quoted where it must be.</summary>
    public bool IsString { get; }

    /// <summary>The node whose text is copied as written (quotes kept, anchor left out); null for a scalar.</summary>
    public YamlNode? Copied { get; }

    /// <summary>True for a string that is written as a literal block scalar.</summary>
    internal bool IsLiteral { get; }

    /// <summary>
    /// A plain scalar, written as it is: <c>true</c>, <c>80</c>. The edit is refused where the text is none: in JSON, where it is no number,
    /// <c>true</c>, <c>false</c> or <c>null</c> (<c>yes</c> and <c>${X}</c> would have to become strings).
    /// </summary>
    public static YamlNewValue Plain(string text) => new(text, isString: false, copied: null);

    /// <summary>A string, quoted only where YAML or JSON needs it.</summary>
    public static YamlNewValue String(string text) => new(text, isString: true, copied: null);

    /// <summary>
    /// A string of lines, written as a literal block scalar (<c>|</c>, <c>|-</c>). The edit is refused in flow style and JSON, and where such a
    /// scalar would need more than that: a first line that starts with a blank, several line breaks at the end, control characters.
    /// </summary>
    public static YamlNewValue Literal(string text) => new(text, isString: true, copied: null, isLiteral: true);

    /// <summary>
    /// A copy of <paramref name="node"/>, a node of the edited tree, as it is written there (an alias: as its target is written). The edit is
    /// refused where the node is not a scalar or flow collection on one line, or holds anchors or aliases.
    /// </summary>
    public static YamlNewValue CopyOf(YamlNode node) => new(text: null, isString: false, node.Resolved);
}
