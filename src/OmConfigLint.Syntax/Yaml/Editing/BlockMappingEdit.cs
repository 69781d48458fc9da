using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Removes and inserts the entries of one block mapping.</summary>
internal sealed class BlockMappingEdit(YamlMapping mapping, YamlLines lines, YamlOperations operations, TextEdits edits)
{
    private readonly YamlEntrySections _sections = new(mapping, i => lines.LastLineOf(mapping.Entries[i]), lines, operations);

    public void Apply()
    {
        foreach (var line in _sections.RemovedHeadLines)
            edits.DeleteLines(line, line);

        var entries = mapping.Entries;
        var first = entries.IndexOf(entries.FirstOrDefault(operations.LeavesAnEntry)!);
        if (first < 0)
            WriteEmptyMapping();
        else
            RemoveBefore(first);

        for (var i = first < 0 ? 1 : first; i < entries.Length; i++)
        {
            var entry = entries[i];
            var added = operations.InsertedAfter(entry);
            if (operations.IsRemoved(entry) && added.Count > 0)
                WriteInPlaceOf(entry, added);
            else if (operations.IsRemoved(entry))
                RemoveLines(entry);
            else
                InsertBehind(entry, added);
        }
    }

    private void InsertBehind(YamlEntry entry, IReadOnlyList<YamlNewEntry> added)
    {
        foreach (var item in added)
            edits.InsertLine(lines.LastLineOf(entry), Indentation(), TextOf(item, entry));
    }

    private void WriteInPlaceOf(YamlEntry entry, IReadOnlyList<YamlNewEntry> added)
    {
        var last = lines.LastLineOf(entry);
        var separator = lines.LineBreakOf(last) + Indentation();
        edits.Replace(StartOf(entry), lines.EndOf(last), string.Join(separator, added.Select(item => TextOf(item, entry))));
    }

    private void RemoveLines(YamlEntry entry) => edits.DeleteLines(lines.LineOf(StartOf(entry)), lines.LastLineOf(entry));

    // `- a: 1⏎  b: 2`: what comes first of the rest moves up behind the `- `.
    private void RemoveBefore(int first)
    {
        var entries = mapping.Entries;
        if (first == 0)
            return;

        var i = 0;
        if (!lines.IsAtLineStart(StartOf(entries[0])))
        {
            var comment = FirstCommentLeftBefore(first);
            edits.Delete(StartOf(entries[0]), comment?.Span.Start ?? StartOf(entries[first]));
            i = 1;
        }

        for (; i < first; i++)
            RemoveLines(entries[i]);
    }

    private SyntaxComment? FirstCommentLeftBefore(int first)
    {
        for (var i = 0; i < first; i++)
        {
            for (var line = lines.LastLineOf(mapping.Entries[i]) + 1; line < lines.LineOf(StartOf(mapping.Entries[i + 1])); line++)
            {
                if (lines.OwnCommentOn(line) is { } comment && !_sections.RemovedHeadLines.Contains(line))
                    return comment;
            }
        }

        return null;
    }

    private void WriteEmptyMapping()
    {
        // Behind `...` alone, PyYAML and libyaml read no other document than a block mapping.
        if (mapping.Parent is null && lines.Tree.Documents.First(document => document.Root == mapping) is { HasStartMarker: false } document
            && document != lines.Tree.Documents[0])
        {
            throw new SyntaxEditException("a document without `---` cannot become empty");
        }

        var entry = mapping.Entries[0];
        if (lines.IsAtLineStart(StartOf(entry)) && mapping.Entry is { } parent && parent.Value == mapping && lines.ColonOf(parent) is >= 0 and var colon)
        {
            var end = Math.Max(Math.Max(mapping.Anchor?.Span.End ?? 0, mapping.Tag?.Span.End ?? 0), colon + 1);
            edits.Replace(end, end, " {}");
            RemoveLines(entry);
        }
        else
        {
            edits.Replace(StartOf(entry), lines.EndOf(lines.LastLineOf(entry)), "{}");
        }
    }

    private string Indentation()
    {
        var aligned = mapping.Entries.FirstOrDefault(entry => lines.IsAtLineStart(entry.Span.Start)) ?? mapping.Entries[0];
        return lines.IndentationTo(aligned.Span.Start);
    }

    private int StartOf(YamlEntry entry)
    {
        var start = entry.Span.Start;
        if (entry != mapping.Entries[0] && !lines.IsAtLineStart(start))
            throw new SyntaxEditException($"`{entry.KeyText}` shares its line with other entries");
        if (!lines.IsAtLineEnd(entry.Span.End))
            throw new SyntaxEditException($"the value of `{entry.KeyText}` shares its line with other text");
        return start;
    }

    private string TextOf(YamlNewEntry entry, YamlEntry neighbour)
    {
        var indentation = Indentation();
        var step = neighbour.Value is YamlScalar { Style: YamlScalarStyle.Literal or YamlScalarStyle.Folded } scalar
            ? lines.IndentationOf(scalar) - indentation.Length
            : 2;
        return EntryText.OfBlock(entry, lines.Tree, indentation, Math.Max(1, step), lines.LineBreakOf(lines.LastLineOf(neighbour)));
    }
}
