using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A mapping, its entries in the order in which they are written, duplicates included.</summary>
public sealed class YamlMapping : YamlNode
{
    internal YamlMapping(
        ImmutableArray<YamlEntry> entries, YamlCollectionStyle style, bool isSinglePair, TextSpan span, YamlAnchor? anchor, YamlTag? tag)
        : base(span, anchor, tag)
    {
        Entries = entries;
        Style = style;
        IsSinglePair = isSinglePair;
        foreach (var entry in entries)
        {
            entry.Key.Parent = this;
            entry.Value.Parent = this;
        }
    }

    /// <summary>The entries as written.</summary>
    public ImmutableArray<YamlEntry> Entries { get; }

    /// <summary>Block or flow.</summary>
    public YamlCollectionStyle Style { get; }

    /// <summary>True for a mapping without braces inside a flow sequence: <c>[key: value]</c>.</summary>
    public bool IsSinglePair { get; }

    /// <summary>The entry that a loader would use for <paramref name="key"/> without following merge keys: the last one written.</summary>
    public YamlEntry? Find(string key)
    {
        for (var i = Entries.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Entries[i].KeyText, key, StringComparison.Ordinal))
                return Entries[i];
        }

        return null;
    }
}
