using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>
/// The lines of a text as editors and SARIF count them: broken by LF, CRLF or CR only.
/// (<see cref="SourceText.Lines"/> also breaks at U+0085, U+2028 and U+2029.)
/// </summary>
public sealed class LineMap
{
    private readonly int[] _starts;
    private readonly string _text;

    /// <summary>Finds the line starts of <paramref name="text"/>.</summary>
    public LineMap(string text)
    {
        _text = text;
        var starts = new List<int> { 0 };
        for (var i = 0; ;)
        {
            var next = text.AsSpan(i).IndexOfAny('\n', '\r');
            if (next < 0)
                break;
            i += next + 1;
            if (text[i - 1] == '\r' && i < text.Length && text[i] == '\n')
                i++;
            starts.Add(i);
        }

        _starts = [.. starts];
    }

    /// <summary>The number of lines; a text that ends with a line break has an empty last line.</summary>
    public int Count => _starts.Length;

    /// <summary>The 0-based line that holds the UTF-16 offset <paramref name="position"/>.</summary>
    public int LineOf(int position)
    {
        var (low, high) = (0, _starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_starts[middle] <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>The UTF-16 offset at which the 0-based <paramref name="line"/> starts.</summary>
    public int StartOf(int line) => _starts[line];

    /// <summary>The span of the 0-based <paramref name="line"/> without its line break.</summary>
    public TextSpan SpanOf(int line)
    {
        var end = EndIncludingLineBreak(line);
        if (end > _starts[line] && _text[end - 1] == '\n')
            end--;
        if (end > _starts[line] && _text[end - 1] == '\r')
            end--;
        return TextSpan.FromBounds(_starts[line], end);
    }

    /// <summary>The UTF-16 offset behind the line break of the 0-based <paramref name="line"/>, or the end of the text.</summary>
    public int EndIncludingLineBreak(int line) => line + 1 < _starts.Length ? _starts[line + 1] : _text.Length;

    /// <summary>The 0-based line and character (UTF-16 units) of <paramref name="position"/>.</summary>
    public LinePosition PositionOf(int position)
    {
        var line = LineOf(position);
        return new LinePosition(line, position - _starts[line]);
    }

    /// <summary>The 0-based line positions of the ends of <paramref name="span"/>.</summary>
    public LinePositionSpan PositionsOf(TextSpan span) => new(PositionOf(span.Start), PositionOf(span.End));
}
