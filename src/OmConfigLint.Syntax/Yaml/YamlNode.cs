using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A node of a <see cref="YamlTree"/>. Immutable once the tree is built.</summary>
public abstract class YamlNode
{
    private protected YamlNode(TextSpan span, YamlAnchor? anchor, YamlTag? tag)
    {
        Span = span;
        Anchor = anchor;
        Tag = tag;
    }

    /// <summary>
    /// The node's own text without anchor and tag, in UTF-16 offsets of the tree's text. A block collection ends with its last child;
    /// a flow collection includes its brackets; a block scalar reaches from its indicator to the end of its last content line, line break
    /// excluded; an empty node is a span of no length behind the <c>:</c>, <c>-</c> or <c>?</c> (or behind its own anchor and tag).
    /// </summary>
    public TextSpan Span { get; }

    /// <summary><see cref="Span"/> with the anchor and tag before it.</summary>
    public TextSpan FullSpan
    {
        get
        {
            var start = Span.Start;
            if (Anchor is not null)
                start = Math.Min(start, Anchor.Span.Start);
            if (Tag is not null)
                start = Math.Min(start, Tag.Span.Start);
            return TextSpan.FromBounds(start, Span.End);
        }
    }

    /// <summary>The anchor before the node.</summary>
    public YamlAnchor? Anchor { get; }

    /// <summary>The tag before the node.</summary>
    public YamlTag? Tag { get; }

    /// <summary>The collection that holds the node as item, key or value; null for a document's root.</summary>
    public YamlNode? Parent { get; internal set; }

    /// <summary>The mapping entry of which the node is key or value.</summary>
    public YamlEntry? Entry { get; internal set; }

    /// <summary>The node itself, or the node that an alias stands for.</summary>
    public virtual YamlNode Resolved => this;
}
