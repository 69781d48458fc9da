using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Cli.Output;

/// <summary>
/// Draws the marked lines of a file with what is marked, as rustc does. Marks beside the primary one that span several lines are drawn
/// on their first line.
/// </summary>
internal sealed class CodeFrame
{
    /// <summary>The columns of a line of text where no terminal says otherwise.</summary>
    public const int DefaultWidth = 140;

    private const int SmallestWidth = 40;

    /// <summary>Of a longer marked text only the first lines and the last one are shown.</summary>
    private const int LinesInFull = 6;
    private const int LinesAtStart = 4;

    private readonly SourceFile _file;
    private readonly SecretMask _mask;
    private readonly TerminalStyle _style;
    private readonly DiagnosticSeverity _severity;
    private readonly ImmutableArray<FrameMark> _marks;
    private readonly int _width;
    private readonly int[] _lines;

    /// <summary>Where the primary mark spans several lines; else null.</summary>
    private readonly (int First, int Last, FrameMark Mark)? _block;

    /// <summary>Lays out a frame.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mask">The secrets of the file's text.</param>
    /// <param name="marks">What is marked, the primary one among them.</param>
    /// <param name="severity">The severity, for its colour.</param>
    /// <param name="style">The colours.</param>
    /// <param name="width">The columns of a line of text, above which it is cut.</param>
    /// <param name="contextLines">Lines shown before and behind the marked ones.</param>
    public CodeFrame(
        SourceFile file,
        SecretMask mask,
        ImmutableArray<FrameMark> marks,
        DiagnosticSeverity severity,
        TerminalStyle style,
        int width,
        int contextLines)
    {
        _file = file;
        _mask = mask;
        _severity = severity;
        _style = style;
        _width = Math.Max(width, SmallestWidth);

        var onOneLine = ImmutableArray.CreateBuilder<FrameMark>(marks.Length);
        foreach (var mark in marks)
        {
            var span = WithoutTrailingBlanks(mark.Span);
            var (first, last) = (file.Lines.LineOf(span.Start), file.Lines.LineOf(span.End));
            if (first < last && mark.IsPrimary)
                _block = (first, last, mark with { Span = span });
            else
                onOneLine.Add(mark with { Span = OnLine(first, span) });
        }

        _marks = [.. onOneLine.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.IsPrimary)];
        _lines = ChooseLines(contextLines);
    }

    /// <summary>The columns of the longest line number.</summary>
    public int NumberWidth => (_lines[^1] + 1).ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>Writes the frame, from the empty line at its top to the last label.</summary>
    public void Write(TextWriter output)
    {
        WriteBar(output, "");
        var previous = _lines[0] - 1;
        foreach (var line in _lines)
        {
            if (line > previous + 1)
                output.WriteLine(_style.Frame("...") + (IsInBlock(line) ? new string(' ', NumberWidth + 1) + _style.Severity(_severity, "|") : ""));
            WriteLine(output, line);
            previous = line;
        }
    }

    private TextSpan WithoutTrailingBlanks(TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && char.IsWhiteSpace(_file.Text[end - 1]))
            end--;
        return end > span.Start ? TextSpan.FromBounds(span.Start, end) : new TextSpan(span.Start, 0);
    }

    private TextSpan OnLine(int line, TextSpan span)
    {
        var end = _file.Lines.SpanOf(line).End;
        return TextSpan.FromBounds(Math.Min(span.Start, end), Math.Min(span.End, end));
    }

    private int[] ChooseLines(int contextLines)
    {
        var lines = new SortedSet<int>();
        foreach (var mark in _marks)
            Add(_file.Lines.LineOf(mark.Span.Start), contextLines);
        if (_block is var (first, last, _))
        {
            Add(first, contextLines);
            Add(last, contextLines);
            var lastInFull = last - first + 1 > LinesInFull ? first + LinesAtStart - 1 : last;
            for (var line = first; line <= lastInFull; line++)
                lines.Add(line);
        }

        // A gap of one line costs as much room as the line itself.
        foreach (var line in lines.ToArray())
        {
            if (lines.Contains(line - 2))
                lines.Add(line - 1);
        }

        return [.. lines];

        void Add(int line, int context)
        {
            var (from, to) = (Math.Max(line - context, 0), Math.Min(line + context, _file.Lines.Count - 1));
            while (from < line && IsBlank(from))
                from++;
            while (to > line && IsBlank(to))
                to--;
            for (var i = from; i <= to; i++)
                lines.Add(i);
        }
    }

    private bool IsBlank(int line)
    {
        var span = _file.Lines.SpanOf(line);
        return _file.Text.AsSpan(span.Start, span.Length).IsWhiteSpace();
    }

    private void WriteLine(TextWriter output, int line)
    {
        var marks = _marks.Where(mark => _file.Lines.LineOf(mark.Span.Start) == line).ToArray();
        var span = _file.Lines.SpanOf(line);
        var focus = FocusOf(line, span, marks);
        var shown = DisplayLine.Create(_file.Text, span, focus, _mask, _width);

        var bar = _style.Severity(_severity, "|") + " ";
        var opensWithText = _block is var (first, _, block)
            && _file.Text.AsSpan(_file.Lines.StartOf(first), block.Span.Start - _file.Lines.StartOf(first)).IsWhiteSpace();
        var isFirst = line == _block?.First;
        var margin = _block is null ? "" : isFirst && opensWithText ? _style.Severity(_severity, "/") + " " : IsInBlock(line) ? bar : "  ";
        var number = (line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(NumberWidth);
        output.WriteLine($" {_style.Frame(number)} {_style.Frame("|")} {margin}{shown.Text}".TrimEnd());

        if (marks.Length > 0)
            WriteMarks(output, isFirst && opensWithText ? bar : margin, shown, marks);
        if (_block is not var (_, last, mark))
            return;
        if (isFirst && !opensWithText)
            WriteBar(output, _style.Severity(_severity, " " + new string('_', shown.ColumnOf(mark.Span.Start) + 1) + "^"));
        if (line == last)
        {
            var underline = "|" + new string('_', Math.Max(shown.ColumnBehind(mark.Span.End), 1)) + "^";
            WriteBar(output, _style.Severity(_severity, mark.Label.Length == 0 ? underline : $"{underline} {mark.Label}"));
        }
    }

    private TextSpan FocusOf(int line, TextSpan span, FrameMark[] marks)
    {
        if (marks.Length > 0)
            return (marks.FirstOrDefault(mark => mark.IsPrimary) is { IsPrimary: true } primary ? primary : marks[0]).Span;
        if (_block is var (first, last, mark) && (line == first || line == last))
            return new TextSpan(line == first ? mark.Span.Start : mark.Span.End, 0);
        return new TextSpan(span.Start, 0);
    }

    /// <summary>
    /// Writes the underlines and labels of one line. The last label stands behind its underline, the others hang below theirs,
    /// so that no label covers another mark.
    /// </summary>
    private void WriteMarks(TextWriter output, string margin, DisplayLine shown, FrameMark[] marks)
    {
        var places = marks
            .Select(mark => (Mark: mark, Start: shown.ColumnOf(mark.Span.Start), End: EndOf(mark)))
            .ToArray();

        var underline = new Row();
        foreach (var place in places.OrderBy(place => place.Mark.IsPrimary))
            underline.Put(place.Start, new string(place.Mark.IsPrimary ? '^' : '-', place.End - place.Start), place.Mark.IsPrimary);

        var last = places[^1];
        var hanging = places.Where(place => place.Mark.Label.Length > 0).ToList();
        if (last.Mark.Label.Length > 0 && places.All(place => place.End <= last.End))
        {
            underline.Put(last.End + 1, last.Mark.Label, last.Mark.IsPrimary);
            hanging.Remove(last);
        }

        WriteRow(output, margin, underline);
        if (hanging.Count == 0)
            return;

        WriteRow(output, margin, Bars(hanging.Count));
        for (var i = hanging.Count - 1; i >= 0; i--)
        {
            var row = Bars(i);
            row.Put(hanging[i].Start, hanging[i].Mark.Label, hanging[i].Mark.IsPrimary);
            WriteRow(output, margin, row);
        }

        int EndOf(FrameMark mark) => Math.Max(mark.Span.IsEmpty ? 0 : shown.ColumnBehind(mark.Span.End), shown.ColumnOf(mark.Span.Start) + 1);

        Row Bars(int count)
        {
            var row = new Row();
            for (var i = 0; i < count; i++)
                row.Put(hanging[i].Start, "|", hanging[i].Mark.IsPrimary);
            return row;
        }
    }

    private void WriteRow(TextWriter output, string margin, Row row) => WriteBar(output, margin + row.Render(_style, _severity));

    private void WriteBar(TextWriter output, string text) =>
        output.WriteLine($"{new string(' ', NumberWidth + 2)}{_style.Frame("|")} {text}".TrimEnd());

    private bool IsInBlock(int line) => _block is var (first, last, _) && line > first && line <= last;

    /// <summary>A line of underlines and labels, filled from column to column; what is put later covers what was there.</summary>
    private sealed class Row
    {
        private readonly StringBuilder _text = new();
        private readonly List<(int Start, int End, bool IsPrimary)> _parts = [];

        public void Put(int column, string text, bool isPrimary)
        {
            _text.Append(' ', Math.Max(column - _text.Length, 0));
            var covered = Math.Min(text.Length, _text.Length - column);
            _text.Remove(column, covered).Insert(column, text);
            _parts.Add((column, column + text.Length, isPrimary));
        }

        public string Render(TerminalStyle style, DiagnosticSeverity severity)
        {
            if (!style.Colors)
                return _text.ToString();

            // Colour character by character, then join equal neighbours.
            var primary = new bool?[_text.Length];
            foreach (var (start, end, isPrimary) in _parts)
                Array.Fill(primary, isPrimary, start, end - start);

            var result = new StringBuilder();
            for (var i = 0; i < _text.Length;)
            {
                var end = i + 1;
                while (end < _text.Length && primary[end] == primary[i])
                    end++;
                var text = _text.ToString(i, end - i);
                result.Append(primary[i] switch { true => style.Severity(severity, text), false => style.Frame(text), null => text });
                i = end;
            }

            return result.ToString();
        }
    }
}
