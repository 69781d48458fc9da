namespace OmConfigLint.Analysis.Text;

/// <summary>Finds what a user may have meant by a word that is not known.</summary>
public static class SpellingSuggestion
{
    /// <summary>The nearest of <paramref name="known"/>, the first of several; null where none is near enough to be meant.</summary>
    /// <param name="word">The user's word; its case does not count.</param>
    /// <param name="known">The words that are known.</param>
    public static string? Find(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        // A third of the word may be wrong, as in Clang.
        var best = (word.Length + 2) / 3 + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance < best)
                (nearest, best) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Damerau and Levenshtein's distance (optimal string alignment): letters added, left out, changed, and neighbours swapped.</summary>
    internal static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
