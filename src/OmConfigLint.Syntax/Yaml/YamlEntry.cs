using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A key with its value.</summary>
public sealed class YamlEntry
{
    internal YamlEntry(YamlNode key, YamlNode value, TextSpan span, bool isExplicit)
    {
        Key = key;
        Value = value;
        Span = span;
        IsExplicit = isExplicit;
        key.Entry = this;
        value.Entry = this;
    }

    /// <summary>The key; almost always a scalar.</summary>
    public YamlNode Key { get; }

    /// <summary>The value; an empty plain scalar where nothing is written.</summary>
    public YamlNode Value { get; }

    /// <summary>From the key (its anchor and tag, or the <c>?</c>, included) to the end of the value, or of the <c>:</c> where the value is empty.</summary>
    public TextSpan Span { get; }

    /// <summary>True for <c>? key</c>.</summary>
    public bool IsExplicit { get; }

    /// <summary>The mapping that holds the entry.</summary>
    public YamlMapping Mapping => (YamlMapping)Key.Parent!;

    /// <summary>The key's content where the key is a scalar (aliases followed); null otherwise.</summary>
    public string? KeyText => (Key.Resolved as YamlScalar)?.Value;

    /// <summary>True for a merge key: a plain <c>&lt;&lt;</c>.</summary>
    public bool IsMerge => Key is YamlScalar { Value: "<<", Style: YamlScalarStyle.Plain };
}
