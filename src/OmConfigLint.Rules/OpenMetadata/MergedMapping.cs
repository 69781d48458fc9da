using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Looks a key up as PyYAML's loader does: the last of the mapping's own entries first, then what merge keys (<c>&lt;&lt;</c>) bring in.</summary>
internal static class MergedMapping
{
    /// <summary>The entry that counts for <paramref name="key"/>, and the merge entry of <paramref name="mapping"/> through which it comes.</summary>
    public static (YamlEntry Entry, YamlEntry? Merge)? Find(YamlMapping mapping, string key) => Find(mapping, key, []);

    /// <summary>The keys that merge entries bring into <paramref name="mapping"/>, own entries aside.</summary>
    public static IEnumerable<string> MergedKeys(YamlMapping mapping)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var merged in Merged(mapping))
            CollectKeys(merged.Mapping, keys, []);
        return keys;
    }

    private static (YamlEntry Entry, YamlEntry? Merge)? Find(YamlMapping mapping, string key, HashSet<YamlMapping> visited)
    {
        if (mapping.Find(key) is { } own)
            return (own, null);
        if (!visited.Add(mapping))
            return null;

        foreach (var (merge, target) in Merged(mapping))
        {
            if (Find(target, key, visited) is { } found)
                return (found.Entry, merge);
        }

        return null;
    }

    private static void CollectKeys(YamlMapping mapping, HashSet<string> keys, HashSet<YamlMapping> visited)
    {
        if (!visited.Add(mapping))
            return;
        foreach (var entry in mapping.Entries)
        {
            if (!entry.IsMerge && entry.KeyText is { } key)
                keys.Add(key);
        }

        foreach (var (_, target) in Merged(mapping))
            CollectKeys(target, keys, visited);
    }

    /// <summary>The mappings that merge entries name; the first that has a key wins.</summary>
    private static IEnumerable<(YamlEntry Merge, YamlMapping Mapping)> Merged(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (!entry.IsMerge)
                continue;
            if (entry.Value.Resolved is YamlMapping single)
            {
                yield return (entry, single);
            }
            else if (entry.Value.Resolved is YamlSequence several)
            {
                foreach (var item in several.Items)
                {
                    if (item.Resolved is YamlMapping one)
                        yield return (entry, one);
                }
            }
        }
    }
}
