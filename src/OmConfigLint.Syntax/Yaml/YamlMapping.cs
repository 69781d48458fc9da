using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A mapping, its entries in the order in which they are written, duplicates included.</summary>
public sealed class YamlMapping : YamlNode
{
    /// <summary>Up to so many entries are looked through one after the other.</summary>
    private const int MaxScanned = 64;

    private Dictionary<string, YamlEntry>? _lastByKey;

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
        if (Entries.Length > MaxScanned)
            return (_lastByKey ??= IndexEntries()).GetValueOrDefault(key);
        for (var i = Entries.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Entries[i].KeyText, key, StringComparison.Ordinal))
                return Entries[i];
        }

        return null;
    }

    /// <summary>Two threads may make it at once, and make the same.</summary>
    private Dictionary<string, YamlEntry> IndexEntries()
    {
        var entries = new Dictionary<string, YamlEntry>(Entries.Length, StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            if (entry.KeyText is { } key)
                entries[key] = entry;
        }

        return entries;
    }
}
