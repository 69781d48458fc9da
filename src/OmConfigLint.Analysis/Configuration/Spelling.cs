namespace OmConfigLint.Analysis.Configuration;

/// <summary>What a misspelled name was meant to be.</summary>
public static class Spelling
{
    /// <summary>
    /// The candidate nearest to <paramref name="name"/>, without regard to case; null where none is near enough to be meant.
    /// Of several the first in ordinal order.
    /// </summary>
    public static string? Closest(string name, IEnumerable<string> candidates)
    {
        string? closest = null;
        var smallest = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > smallest)
                continue;
            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < smallest
                || (distance == smallest && closest is not null && string.CompareOrdinal(candidate, closest) < 0))
            {
                smallest = distance;
                closest = candidate;
            }
        }

        return closest;
    }

    /// <summary>The number of letters to insert, leave out, replace or swap with their neighbour (Damerau and Levenshtein, optimal string alignment).</summary>
    internal static int Distance(string left, string right)
    {
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            rows[0][j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            var (current, above, beforeAbove) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(above[j], current[j - 1]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], beforeAbove[j - 2] + 1);
            }
        }

        return rows[left.Length % 3][right.Length];
    }
}
