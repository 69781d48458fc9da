using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Finds keys that are written twice in one mapping. PyYAML and Python's JSON parser keep the last without a word.</summary>
internal static class DuplicateKeys
{
    /// <summary>One finding for each entry that a later one overrides.</summary>
    public static IEnumerable<Finding> Find(ConfigDocument document)
    {
        if (document.Yaml is not { } yaml)
            yield break;
        var pending = new Stack<YamlNode>();
        pending.Push(yaml.Root);
        while (pending.TryPop(out var node))
        {
            if (node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                    pending.Push(item);
            }
            else if (node is YamlMapping mapping)
            {
                foreach (var finding in Find(document, mapping))
                    yield return finding;
                foreach (var entry in mapping.Entries)
                    pending.Push(entry.Value);
            }
        }
    }

    private static IEnumerable<Finding> Find(ConfigDocument document, YamlMapping mapping)
    {
        // Nearly every mapping is small and has none: comparing its few keys costs less than a dictionary.
        if (mapping.Entries.Length < 2 || (mapping.Entries.Length <= 16 && !HasDuplicate(mapping)))
            yield break;

        var seen = new Dictionary<string, YamlEntry>(mapping.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.KeyText is not { } key || entry.IsMerge)
                continue;
            if (seen.TryGetValue(key, out var earlier) && AreTogether(document, earlier, entry))
            {
                var last = mapping.Find(key)!;
                yield return new Finding(
                    EngineRules.DuplicateKey,
                    document.File,
                    earlier.Key.Span,
                    $"`{key}` is written again below; the loader keeps only the last one",
                    label: "has no effect",
                    related: [RelatedLocation.In(document.File, last.Key.Span, "this one counts")],
                    nodePath: YamlPath.Of(earlier));
            }

            seen[key] = entry;
        }
    }

    /// <summary>False where a template renders one or the other.</summary>
    private static bool AreTogether(ConfigDocument document, YamlEntry earlier, YamlEntry later) =>
        document.File.Template is not { } template || template.BranchAt(earlier.Span.Start) == template.BranchAt(later.Span.Start);

    private static bool HasDuplicate(YamlMapping mapping)
    {
        var entries = mapping.Entries;
        for (var i = 1; i < entries.Length; i++)
        {
            var key = entries[i].KeyText;
            for (var j = 0; j < i; j++)
            {
                if (key is not null && string.Equals(key, entries[j].KeyText, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }
}
