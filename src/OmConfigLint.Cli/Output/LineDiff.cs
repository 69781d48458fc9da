namespace OmConfigLint.Cli.Output;

/// <summary>Compares two texts line by line: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), greedy.</summary>
internal static class LineDiff
{
    /// <summary>Above this many removed and inserted lines the rest counts as replaced: work and memory grow with the square.</summary>
    private const int MostEdits = 1_000;

    /// <summary>The fewest changes that turn <paramref name="before"/> into <paramref name="after"/>, sorted, at least one equal line between two.</summary>
    public static List<LineChange> Compute(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var prefix = before.CommonPrefixLength(after);
        var old = before[prefix..];
        var @new = after[prefix..];
        var suffix = 0;
        while (suffix < old.Length && suffix < @new.Length && old[^(suffix + 1)] == @new[^(suffix + 1)])
            suffix++;
        old = old[..^suffix];
        @new = @new[..^suffix];

        var changes = new List<LineChange>();
        if (old.IsEmpty && @new.IsEmpty)
            return changes;
        if (old.IsEmpty || @new.IsEmpty || Search(old, @new) is not { } trace)
            changes.Add(new LineChange(prefix, prefix + old.Length, prefix, prefix + @new.Length));
        else
            Backtrack(trace, old.Length, @new.Length, prefix, changes);
        return changes;
    }

    /// <summary>The furthest old line on each diagonal, after 0, 1, 2, … edits; null where there are too many.</summary>
    private static List<int[]>? Search(ReadOnlySpan<string> old, ReadOnlySpan<string> @new)
    {
        var trace = new List<int[]>();
        var most = Math.Min(old.Length + @new.Length, MostEdits);
        for (var edits = 0; edits <= most; edits++)
        {
            // Index `edits + diagonal`; diagonals run from -edits to edits.
            var furthest = new int[(2 * edits) + 1];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0 : Step(trace[^1], edits, diagonal).X;
                while (x < old.Length && x - diagonal < @new.Length && old[x] == @new[x - diagonal])
                    x++;
                furthest[edits + diagonal] = x;
                if (x >= old.Length && x - diagonal >= @new.Length)
                {
                    trace.Add(furthest);
                    return trace;
                }
            }

            trace.Add(furthest);
        }

        return null;
    }

    /// <summary>From which neighbour of the former round <paramref name="diagonal"/> is reached best: by inserting (from above) or by removing.</summary>
    private static (int X, bool Inserts) Step(int[] former, int edits, int diagonal)
    {
        var above = diagonal < edits - 1 ? former[edits + diagonal] : -1;
        var left = diagonal > -edits + 1 ? former[edits + diagonal - 2] : -1;
        return left < above ? (above, true) : (left + 1, false);
    }

    private static void Backtrack(List<int[]> trace, int x, int y, int offset, List<LineChange> changes)
    {
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var diagonal = x - y;
            var (afterEdit, inserts) = Step(trace[edits - 1], edits, diagonal);
            var (newX, newY) = (afterEdit, afterEdit - diagonal);
            var change = inserts
                ? new LineChange(offset + newX, offset + newX, offset + newY - 1, offset + newY)
                : new LineChange(offset + newX - 1, offset + newX, offset + newY, offset + newY);
            if (changes.Count > 0 && changes[^1].OldStart == change.OldEnd && changes[^1].NewStart == change.NewEnd)
                changes[^1] = new LineChange(change.OldStart, changes[^1].OldEnd, change.NewStart, changes[^1].NewEnd);
            else
                changes.Add(change);
            (x, y) = (change.OldStart - offset, change.NewStart - offset);
        }

        changes.Reverse();
    }
}
