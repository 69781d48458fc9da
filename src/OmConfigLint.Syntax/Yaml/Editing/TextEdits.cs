using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Collects edits of one text and makes changes of them: sorted, what touches joined, the last line's break as it was.</summary>
internal sealed class TextEdits(YamlLines lines, YamlOperations operations)
{
    private readonly List<Edit> _edits = [];

    /// <summary>Deletes the text between two positions.</summary>
    public void Delete(int start, int end) => Replace(start, end, "");

    /// <summary>Deletes whole lines.</summary>
    public void DeleteLines(int first, int last) => Delete(lines.StartOf(first), lines.EndWithBreakOf(last));

    /// <summary>Replaces the text between two positions.</summary>
    public void Replace(int start, int end, string text) => _edits.Add(new Edit(start, end, text, Rank: 0, _edits.Count));

    /// <summary>Writes text before what else is written at the position.</summary>
    public void InsertBefore(int position, string text) => _edits.Add(new Edit(position, position, text, Rank: -1, _edits.Count));

    /// <summary>Writes text behind what else is written at the position.</summary>
    public void Insert(int position, string text) => _edits.Add(new Edit(position, position, text, Rank: 1, _edits.Count));

    /// <summary>Writes a line of its own below <paramref name="line"/>. Where several places share the line, the innermost comes first.</summary>
    public void InsertLine(int line, string indentation, string text, bool isPartOfEntry = false)
    {
        var position = lines.EndWithBreakOf(line);
        var rank = (-2 * (indentation.Length + 1)) - (isPartOfEntry ? 1 : 0);
        _edits.Add(new Edit(position, position, indentation + text + lines.LineBreakOf(line), rank, _edits.Count));
    }

    /// <summary>The changes to the tree's text.</summary>
    /// <exception cref="SyntaxEditException">A change would touch what no operation names.</exception>
    public ImmutableArray<TextChange> ToChanges()
    {
        var joined = Join();
        foreach (var edit in joined)
        {
            lines.RequireEvenLines(lines.LineOf(edit.Start), lines.LineOf(Math.Max(edit.Start, edit.End - 1)));
            RequireUntouchedBlockScalar(edit);
            RequireNoTabBehind(edit);
        }

        if (joined is [.., var last])
            joined[^1] = WithoutAddedLineBreak(last);

        var changes = ImmutableArray.CreateBuilder<TextChange>(joined.Count);
        foreach (var edit in joined)
        {
            if (!edit.Text.AsSpan().SequenceEqual(lines.Text.AsSpan(edit.Start..edit.End)))
                changes.Add(new TextChange(TextSpan.FromBounds(edit.Start, edit.End), edit.Text));
        }

        return changes.DrainToImmutable();
    }

    // What is written at a position comes before what replaces the text behind it.
    private List<Edit> Join()
    {
        var joined = new List<Edit>();
        _edits.Sort(Compare);
        foreach (var edit in _edits)
        {
            if (joined is [.., var last] && edit.Start <= last.End)
                joined[^1] = last with { End = Math.Max(last.End, edit.End), Text = last.Text + edit.Text };
            else
                joined.Add(edit);
        }

        return joined;
    }

    // What is the same in all of them stays in the order in which it came.
    private static int Compare(Edit a, Edit b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start)
        : a.End > a.Start != b.End > b.Start ? (a.End > a.Start ? 1 : -1)
        : a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
        : a.Number.CompareTo(b.Number);

    // The break behind a text that ends without one is not the text's own: the edited text must end without one too.
    private Edit WithoutAddedLineBreak(Edit last)
    {
        var length = lines.Tree.Text.Length;
        if (last.End <= length)
            return last;

        var lineBreak = lines.Text[length..];
        if (last.Start > length)
            return last with { Start = length, End = length, Text = lineBreak + last.Text[..^lineBreak.Length] };
        if (last.Text.Length > 0)
            return last with { End = length, Text = last.Text.EndsWith(lineBreak, StringComparison.Ordinal) ? last.Text[..^lineBreak.Length] : last.Text };

        var previousLine = lines.LineOf(last.Start) - 1;
        return previousLine < 0 || NeedsLineBreak(previousLine)
            ? last with { End = length }
            : last with { Start = lines.EndOf(previousLine), End = length };
    }

    // The value of `|` and `|+` holds the line break behind its last line.
    private bool NeedsLineBreak(int line) =>
        BlockScalarAbove(line) is { } scalar && lines.ChompingOf(scalar) is var chomping
        && (chomping == '+' || (chomping == '\0' && lines.LineOf(scalar.Span.End) == line));

    // Where lines go, what stood behind them must not become text of what stands before them.
    private void RequireUntouchedBlockScalar(Edit edit)
    {
        var line = lines.LineOf(edit.Start);
        if (line == 0 || edit.Start != lines.StartOf(line))
            return;
        if (edit.Start > lines.Tree.Text.Length && NeedsLineBreak(line - 1))
            throw new SyntaxEditException("a line behind the block scalar at the end of the text would add a line break to its value");
        if (edit.Text.Length > 0 || BlockScalarAbove(line - 1) is not { } scalar)
            return;

        var next = lines.LineOf(edit.End);
        for (; next < lines.Count && lines.IsBlank(next); next++)
        {
            if (lines.ChompingOf(scalar) == '+' || lines.EndOf(next) - lines.StartOf(next) > lines.IndentationOf(scalar))
                throw WouldBecomeText(next);
        }

        if (lines.OwnCommentOn(next) is { } comment && lines.ColumnOf(comment.Span.Start) >= lines.IndentationOf(scalar))
            throw WouldBecomeText(next);
    }

    // A tab before a comment, or alone, can stand on a line behind quotes and brackets but not behind a plain scalar (libyaml).
    private void RequireNoTabBehind(Edit edit)
    {
        var line = lines.LineOf(edit.End);
        if (edit.End > lines.StartOf(line) && lines.SkipBlanks(edit.End) < lines.EndOf(line))
            return;

        for (line += edit.End > lines.StartOf(line) ? 1 : 0; line < lines.Count && (lines.IsBlank(line) || lines.OwnCommentOn(line) is not null); line++)
        {
            var start = lines.StartOf(line);
            if (lines.Text.AsSpan(start..lines.SkipBlanks(start)).Contains('\t'))
                throw new SyntaxEditException($"line {line + 1} starts with a tab, which cannot follow every value");
        }
    }

    private static SyntaxEditException WouldBecomeText(int line) => new($"line {line + 1} would become part of the block scalar above it");

    private YamlScalar? BlockScalarAbove(int line)
    {
        while (line > 0 && lines.BlockScalarEndingOn(line) is null && lines.IsBlank(line))
            line--;
        return lines.BlockScalarEndingOn(line) is { } scalar && !operations.IsGone(scalar) ? scalar : null;
    }

    private sealed record Edit(int Start, int End, string Text, int Rank, int Number);
}
