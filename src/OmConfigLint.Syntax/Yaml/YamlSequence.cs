using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A sequence.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(
        ImmutableArray<YamlNode> items, YamlCollectionStyle style, TextSpan span, YamlAnchor? anchor, YamlTag? tag)
        : base(span, anchor, tag)
    {
        Items = items;
        Style = style;
        foreach (var item in items)
            item.Parent = this;
    }

    /// <summary>The items as written; aliases stay aliases.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <summary>Block or flow.</summary>
    public YamlCollectionStyle Style { get; }
}
