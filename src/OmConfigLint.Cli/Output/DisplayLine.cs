using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Cli.Output;

/// <summary>One line of a file as a code frame shows it: tabs made blanks, secrets masked, controls made visible, cut to a width.</summary>
internal sealed class DisplayLine
{
    private const string Tab = "    ";

    /// <summary>What is shown, character by character; none where each takes one column, as nearly always.</summary>
    private readonly List<Cell> _cells = [];
    private readonly int _start;
    private readonly int _end;
    private int _shift;

    private DisplayLine(int start, int end)
    {
        _start = start;
        _end = end;
    }

    /// <summary>What is shown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>
    /// Lays out the line of <paramref name="text"/> at <paramref name="line"/>; where it is wider than <paramref name="width"/> columns,
    /// only the part around <paramref name="focus"/> is shown, between <c>…</c>.
    /// </summary>
    public static DisplayLine Create(string text, TextSpan line, TextSpan focus, SecretMask mask, int width)
    {
        if (line.Length <= width && text.AsSpan(line.Start, line.Length).IndexOfAnyExceptInRange(' ', '~') < 0 && !mask.Overlaps(line))
            return new DisplayLine(line.Start, line.End) { Text = text[line.Start..line.End].TrimEnd(), EndColumn = line.Length };

        // No more of an endless line is laid out than could be shown.
        var start = Math.Max(line.Start, focus.Start - (4 * width));
        var end = Math.Min(line.End, Math.Min(focus.End, focus.Start + (4 * width)) + (4 * width));
        var result = new DisplayLine(start, end);
        result.LayOut(text, mask);
        result.Cut(focus, width, cutsStart: start > line.Start, cutsEnd: end < line.End);
        return result;
    }

    /// <summary>The 0-based column at which the character at the UTF-16 offset <paramref name="position"/> is shown.</summary>
    public int ColumnOf(int position)
    {
        if (_cells.Count == 0)
            return Math.Clamp(position - _start, 0, EndColumn);
        foreach (var cell in _cells)
        {
            if (position < cell.End)
                return Math.Clamp(cell.Column + _shift, 0, EndColumn);
        }

        return EndColumn;
    }

    /// <summary>The 0-based column behind the character that ends at the UTF-16 offset <paramref name="position"/>.</summary>
    public int ColumnBehind(int position)
    {
        if (_cells.Count == 0)
            return Math.Clamp(position - _start, 0, EndColumn);
        foreach (var cell in _cells)
        {
            if (position <= cell.End)
                return Math.Clamp(cell.Column + cell.Width + _shift, 0, EndColumn);
        }

        return EndColumn;
    }

    private int EndColumn { get; set; }

    private void LayOut(string text, SecretMask mask)
    {
        var secret = mask.FirstEndingAfter(_start);
        var column = 0;
        for (var i = _start; i < _end;)
        {
            Cell cell;
            if (secret < mask.Spans.Length && mask.Spans[secret].Start <= i)
            {
                cell = new Cell(Math.Min(mask.Spans[secret].End, _end), SecretMask.Replacement, column, SecretMask.Replacement.Length);
                secret++;
            }
            else if (text[i] == '\t')
            {
                cell = new Cell(i + 1, Tab, column, Tab.Length);
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(i, _end - i), out var rune, out var length);
                var visible = DisplayText.Visible(rune);
                cell = new Cell(i + length, visible.ToString(), column, DisplayText.WidthOf(visible));
            }

            _cells.Add(cell);
            column += cell.Width;
            i = cell.End;
        }

        EndColumn = column;
    }

    private void Cut(TextSpan focus, int width, bool cutsStart, bool cutsEnd)
    {
        var focusStart = ColumnOfUncut(focus.Start);
        var focusWidth = Math.Max(ColumnOfUncut(focus.End) - focusStart, 1);
        var left = 0;
        if (cutsStart || EndColumn > width)
        {
            // The marked text in the middle; its beginning where it is too long for that; no room wasted at either end.
            var room = width - 2;
            left = focusStart - Math.Max((room - focusWidth) / 2, room / 5);
            left = Math.Max(Math.Min(left, EndColumn - room), 0);
        }

        var right = left + width;
        var cutsLeft = cutsStart || left > 0;
        if (cutsLeft)
            right--;
        var cutsRight = cutsEnd || EndColumn > right;
        if (cutsRight)
            right--;

        var shown = new StringBuilder(cutsLeft ? "…" : "");
        var column = left;
        foreach (var cell in _cells)
        {
            if (cell.Column < left || cell.Column + cell.Width > right)
                continue;
            shown.Append(' ', cell.Column - column).Append(cell.Text);
            column = cell.Column + cell.Width;
        }

        _shift = (cutsLeft ? 1 : 0) - left;
        EndColumn = column + _shift;
        if (cutsRight)
            shown.Append('…');
        Text = shown.ToString().TrimEnd();
    }

    private int ColumnOfUncut(int position)
    {
        foreach (var cell in _cells)
        {
            if (position < cell.End)
                return cell.Column;
        }

        return EndColumn;
    }

    /// <summary>What is shown of one character, tab or secret, up to the UTF-16 offset <paramref name="End"/> of the file.</summary>
    private readonly record struct Cell(int End, string Text, int Column, int Width);
}
