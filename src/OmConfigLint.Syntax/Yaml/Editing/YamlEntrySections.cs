namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// The sections of a mapping: entries below each other without a blank line or comment in between. Comments right above a section, aligned
/// with its first key, head it; they go when no entry of it is left.
/// </summary>
internal sealed class YamlEntrySections
{
    /// <summary>Finds the sections; <paramref name="lastLineOf"/> gives the last line of the entry with an index (in flow style: with its comma).</summary>
    public YamlEntrySections(YamlMapping mapping, Func<int, int> lastLineOf, YamlLines lines, YamlOperations operations)
    {
        var entries = mapping.Entries;
        for (int start = 0, end; start < entries.Length; start = end)
        {
            end = start + 1;
            while (end < entries.Length && lines.LineOf(entries[end].Span.Start) - lastLineOf(end - 1) <= 1)
                end++;

            if (entries[start..end].Any(operations.LeavesAnEntry) || !lines.IsAtLineStart(entries[start].Span.Start))
                continue;

            var column = lines.ColumnOf(entries[start].Span.Start);
            var above = start == 0 ? -1 : lastLineOf(start - 1);
            for (var line = lines.LineOf(entries[start].Span.Start) - 1; line > above; line--)
            {
                if (lines.OwnCommentOn(line) is not { } comment || lines.ColumnOf(comment.Span.Start) != column)
                    break;
                RemovedHeadLines.Add(line);
            }
        }
    }

    /// <summary>The lines of the comments that go with the entries that are removed.</summary>
    public HashSet<int> RemovedHeadLines { get; } = [];
}
