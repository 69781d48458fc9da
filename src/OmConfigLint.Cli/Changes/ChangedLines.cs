using System.Globalization;
using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.Changes;

/// <summary>Reads which lines of which files a patch without context changes.</summary>
internal static class ChangedLines
{
    /// <summary>The changed lines by path.</summary>
    /// <param name="patch">What <c>git diff -U0</c> prints, with <c>core.quotePath</c>.</param>
    /// <param name="paths">The paths that it is about.</param>
    /// <returns>
    /// Ranges of 0-based lines, the last one included; where lines were only removed, the lines around the gap. A path without a range is not text
    /// or has changed in other ways.
    /// </returns>
    public static Dictionary<string, List<(int First, int Last)>> Read(string patch, IEnumerable<string> paths)
    {
        var byHeader = paths.ToDictionary(HeaderOf, path => path, StringComparer.Ordinal);
        var changes = new Dictionary<string, List<(int First, int Last)>>(StringComparer.Ordinal);
        List<(int First, int Last)>? current = null;
        var lines = patch.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            {
                current = null;
            }
            else if (line.StartsWith("+++ ", StringComparison.Ordinal) && byHeader.TryGetValue(line, out var path))
            {
                changes[path] = current = [];
            }
            else if (line.StartsWith("@@ -", StringComparison.Ordinal) && TryReadHunk(line, out var removed, out var start, out var added))
            {
                current?.Add(added > 0 ? (start - 1, start + added - 2) : (Math.Max(0, start - 1), start));
                // The text of a hunk may look like anything.
                for (var left = removed + added; left > 0 && i + 1 < lines.Length; i++)
                {
                    if (!lines[i + 1].StartsWith('\\'))
                        left--;
                }
            }
        }

        return changes;
    }

    /// <summary>git puts a tab behind a name with blanks.</summary>
    private static string HeaderOf(string path) => $"+++ {GitPath.Quote("b/" + path)}{(path.Contains(' ', StringComparison.Ordinal) ? "\t" : "")}";

    /// <summary>Reads <c>@@ -OLD[,COUNT] +NEW[,COUNT] @@</c>.</summary>
    private static bool TryReadHunk(string line, out int removed, out int start, out int added)
    {
        (removed, start, added) = (0, 0, 0);
        var parts = line.Split(' ');
        if (parts.Length < 4)
            return false;
        var old = parts[1][1..].Split(',');
        var @new = parts[2][1..].Split(',');
        return TryCount(old, out removed) && TryCount(@new, out added) && TryNumber(@new[0], out start);
    }

    private static bool TryCount(string[] range, out int count)
    {
        count = 1;
        return range.Length < 2 || TryNumber(range[1], out count);
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
