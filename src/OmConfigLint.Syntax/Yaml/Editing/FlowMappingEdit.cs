using System.Collections.Immutable;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Removes and inserts the entries of one flow mapping or JSON object.</summary>
internal sealed class FlowMappingEdit
{
    private readonly YamlMapping _mapping;
    private readonly ImmutableArray<YamlEntry> _entries;
    private readonly YamlLines _lines;
    private readonly YamlOperations _operations;
    private readonly TextEdits _edits;

    // Where the comma behind each entry stands; -1 behind the last one without.
    private readonly int[] _commas;
    private readonly int _lastLeft;

    public FlowMappingEdit(YamlMapping mapping, YamlLines lines, YamlOperations operations, TextEdits edits)
    {
        (_mapping, _entries, _lines, _operations, _edits) = (mapping, mapping.Entries, lines, operations, edits);
        _commas = new int[_entries.Length];
        for (var i = 0; i < _entries.Length; i++)
        {
            var next = i + 1 < _entries.Length ? _entries[i + 1].Span.Start : mapping.Span.End;
            _commas[i] = lines.FindIndicator(',', _entries[i].Span.End, next);
        }

        _lastLeft = _entries.Length - 1;
        while (_lastLeft >= 0 && !operations.LeavesAnEntry(_entries[_lastLeft]))
            _lastLeft--;
    }

    public void Apply()
    {
        if (_mapping.IsSinglePair)
        {
            ApplyToSinglePair();
            return;
        }

        var sections = new YamlEntrySections(_mapping, i => _lines.LineOf(TailOf(i)), _lines, _operations);
        if (_lastLeft < 0 && (AppendToEmpty() || TryEmpty(sections.RemovedHeadLines)))
            return;

        foreach (var line in sections.RemovedHeadLines)
            _edits.DeleteLines(line, line);
        if (LosesLastComma)
            RemoveEnd();
        for (var i = 0; i < (LosesLastComma ? _lastLeft + 1 : _entries.Length); i++)
        {
            var added = _operations.InsertedAfter(_entries[i]);
            if (!_operations.IsRemoved(_entries[i]))
                InsertBehind(i, added);
            else if (added.Count > 0)
                WriteInPlaceOf(i, added);
            else
                Remove(i);
        }
    }

    // The entries behind the last one that is left go, and no comma stood behind them.
    private bool LosesLastComma => _lastLeft >= 0 && _lastLeft < _entries.Length - 1 && _commas[^1] < 0;

    private bool IsAtLineStart(int i) => _lines.IsAtLineStart(_entries[i].Span.Start);

    // The end of the entry with its comma.
    private int TailOf(int i) => _commas[i] < 0 ? _entries[i].Span.End : _commas[i] + 1;

    private string IndentationOf(int i) => _lines.Text[_lines.StartOf(_lines.LineOf(_entries[i].Span.Start)).._entries[i].Span.Start];

    private void ApplyToSinglePair()
    {
        var entry = _entries[0];
        var added = _operations.InsertedAfter(entry);
        if (!_operations.IsRemoved(entry))
        {
            _edits.InsertBefore(_mapping.Span.Start, "{");
            _edits.Insert(_mapping.Span.End, string.Concat(added.Select(item => ", " + TextOf(item))) + "}");
        }
        else
        {
            _edits.Replace(_mapping.Span.Start, _mapping.Span.End, "{" + string.Join(", ", added.Select(TextOf)) + "}");
        }
    }

    private bool AppendToEmpty()
    {
        var added = _operations.AppendedTo(_mapping);
        if (added.Count == 0)
            return false;
        var (start, end) = (_mapping.Span.Start + 1, _mapping.Span.End - 1);
        var text = string.Join(", ", added.Select(TextOf));
        if (string.IsNullOrWhiteSpace(_lines.Text[start..end]))
            _edits.Replace(start, end, text);
        else if (_lines.IsAtLineStart(end))
            _edits.InsertLine(_lines.LineOf(end) - 1, _lines.Text[_lines.StartOf(_lines.LineOf(end))..end] + "  ", text);
        else
            _edits.Insert(end, text);
        return true;
    }

    // `{}`, where no comment is left between the braces.
    private bool TryEmpty(HashSet<int> removedHeadLines)
    {
        var (start, end) = (_mapping.Span.Start + 1, _mapping.Span.End - 1);
        var left = _lines.Tree.Comments.Any(comment =>
            comment.Span.Start >= start && comment.Span.End <= end
            && !removedHeadLines.Contains(_lines.LineOf(comment.Span.Start)) && !BelongsToEntry(comment));
        if (!left)
            _edits.Delete(start, end);
        return !left;
    }

    private bool BelongsToEntry(SyntaxComment comment)
    {
        var line = _lines.LineOf(comment.Span.Start);
        return Enumerable.Range(0, _entries.Length).Any(i =>
            _lines.LineOf(_entries[i].Span.Start) <= line && line <= _lines.LineOf(TailOf(i)) && _entries[i].Span.Start < comment.Span.Start);
    }

    // The entries at the end with the comma before them. On one line with what closes the mapping, the blanks before the brace stay.
    private void RemoveEnd()
    {
        var (comma, end) = (_commas[_lastLeft], _entries[^1].Span.End);
        var haveOwnLines = IsAtLineStart(_lastLeft + 1) && _lines.IsAtLineEnd(end);
        if (!haveOwnLines && !_lines.Tree.Comments.Any(comment => comment.Span.Start > comma && comment.Span.End < end))
        {
            _edits.Delete(_lines.SkipBlanksBack(comma), end);
            return;
        }

        _edits.Delete(comma, comma + 1);
        for (var i = _lastLeft + 1; i < _entries.Length; i++)
            Remove(i);
    }

    private void Remove(int i)
    {
        var start = _entries[i].Span.Start;
        var tail = TailOf(i);
        if (IsAtLineStart(i) && _lines.IsAtLineEnd(tail))
        {
            _edits.DeleteLines(_lines.LineOf(start), _lines.LineOf(tail));
        }
        else if (i > _lastLeft)
        {
            _edits.Delete(IsAtLineStart(i) ? start : _lines.SkipBlanksBack(start), tail);
        }
        else if (!_lines.IsAtLineEnd(tail))
        {
            _edits.Delete(start, _lines.SkipBlanks(tail));
        }
        else if (i < _lastLeft && IsFirstOnLine(i) && _lines.LineOf(_entries[i + 1].Span.Start) == _lines.LineOf(tail) + 1)
        {
            // `{ a: 1,⏎  b: 2 }`: what comes next moves up.
            _edits.Delete(start, _entries[i + 1].Span.Start);
        }
        else
        {
            _edits.Delete(_lines.SkipBlanksBack(start), IsFirstOnLine(i) ? _lines.EndOf(_lines.LineOf(tail)) : tail);
        }
    }

    private bool IsFirstOnLine(int i) => i == 0 || _lines.LineOf(TailOf(i - 1)) < _lines.LineOf(_entries[i].Span.Start);

    private void WriteInPlaceOf(int i, IReadOnlyList<YamlNewEntry> added)
    {
        var span = _entries[i].Span;
        var separator = IsAtLineStart(i) ? "," + _lines.LineBreakOf(_lines.LineOf(span.Start)) + IndentationOf(i) : ", ";
        _edits.Replace(span.Start, span.End, string.Join(separator, added.Select(TextOf)));
    }

    private void InsertBehind(int i, IReadOnlyList<YamlNewEntry> added)
    {
        if (added.Count == 0)
            return;

        var hasComma = _commas[i] >= 0 && !(i == _lastLeft && LosesLastComma);
        var end = hasComma ? TailOf(i) : _entries[i].Span.End;
        var line = _lines.LineOf(end);
        if (!IsAtLineStart(i))
        {
            _edits.Insert(end, string.Concat(added.Select(item => hasComma ? " " + TextOf(item) + "," : ", " + TextOf(item))));
        }
        else if (!_lines.IsAtLineEnd(TailOf(i)))
        {
            var separator = _lines.LineBreakOf(line) + IndentationOf(i);
            _edits.Insert(end, string.Concat(added.Select(item => hasComma ? " " + TextOf(item) + "," : "," + separator + TextOf(item))));
        }
        else
        {
            if (!hasComma)
                _edits.Insert(end, ",");
            for (var j = 0; j < added.Count; j++)
                _edits.InsertLine(line, IndentationOf(i), TextOf(added[j]) + (hasComma || j < added.Count - 1 ? "," : ""));
        }
    }

    private string TextOf(YamlNewEntry entry) => EntryText.Of(entry, _lines.Tree, inFlow: true);
}
