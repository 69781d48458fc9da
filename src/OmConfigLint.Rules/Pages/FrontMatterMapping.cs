using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>A mapping, its keys in the order of the page and each there once.</summary>
internal sealed record FrontMatterMapping(ImmutableArray<FrontMatterEntry> Entries, int Line, int Column) : FrontMatterNode(Line, Column)
{
    /// <summary>The entry of <paramref name="key"/>; null where there is none.</summary>
    public FrontMatterEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
                return entry;
        }

        return null;
    }
}
