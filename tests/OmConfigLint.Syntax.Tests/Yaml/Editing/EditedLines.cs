using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

/// <summary>The lines of a text before and after an edit of one entry; blank ones do not count.</summary>
internal sealed class EditedLines(string old, string now, YamlEntry entry)
{
    private readonly string[] _old = LinesOf(old);
    private readonly string[] _now = LinesOf(now);

    public bool IsInFlow => entry.Mapping.Style == YamlCollectionStyle.Flow;

    /// <summary>True where the entry's lines go without a change to any other.</summary>
    public bool HasOwnLines => !IsInFlow && entry != entry.Mapping.Entries[0] && !HasAnchor;

    public bool HasAnchor => entry.Key.DescendantsAndSelf().Concat(entry.Value.DescendantsAndSelf()).Any(node => node.Anchor is not null);

    public int KeyLines => LinesOf(old.Substring(entry.Key.Span.Start, entry.Key.Span.Length)).Length;

    /// <summary>The entry's lines with the comments right above.</summary>
    public int OwnLines =>
        LinesOf(old.Substring(entry.Span.Start, entry.Span.Length)).Length
        + LinesOf(old[..entry.Span.Start].TrimEnd(' ')).Reverse().TakeWhile(line => line.TrimStart() is ['#', ..]).Count();

    /// <summary>True where at most so many lines are gone and all others are the same.</summary>
    public bool LosesOnly(int count) => _old.Length - _now.Length <= count && CountCommon(_now, _old) == _now.Length;

    /// <summary>True where so many lines are new and all others are the same.</summary>
    public bool Gains(int count) => _now.Length - _old.Length == count && CountCommon(_old, _now) == _old.Length;

    /// <summary>True where the lines before and behind at most so many are the same.</summary>
    public bool ChangesOnly(int count)
    {
        var before = _old.Zip(_now).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
        var behind = _old.Reverse().Zip(_now.Reverse()).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
        return before + behind >= _old.Length - count;
    }

    // How many lines of the one text are found in the other in the same order.
    private static int CountCommon(string[] part, string[] whole)
    {
        var found = 0;
        foreach (var line in whole)
        {
            if (found < part.Length && string.Equals(part[found], line, StringComparison.Ordinal))
                found++;
        }

        return found;
    }

    private static string[] LinesOf(string text) => text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
