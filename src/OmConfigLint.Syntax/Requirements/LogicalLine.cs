using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Requirements;

/// <summary>A line put together from the stretches of source that continue each other, with its own offsets.</summary>
internal sealed class LogicalLine
{
    private readonly string _source;
    private readonly string _value;
    private readonly List<TextSpan> _stretches;
    private readonly int[] _starts;

    public LogicalLine(string source, List<TextSpan> stretches)
    {
        _source = source;
        _stretches = stretches;
        _starts = new int[stretches.Count];
        for (var i = 1; i < stretches.Count; i++)
            _starts[i] = _starts[i - 1] + stretches[i - 1].Length;
        _value = stretches.Count == 1
            ? source.Substring(stretches[0].Start, stretches[0].Length)
            : string.Concat(stretches.Select(stretch => source.Substring(stretch.Start, stretch.Length)));
    }

    public int Length => _value.Length;

    public char this[int position] => _value[position];

    /// <summary>From the first stretch to the last.</summary>
    public TextSpan SourceSpan => TextSpan.FromBounds(_stretches[0].Start, _stretches[^1].End);

    public int SkipBlanks(int position) => LineBreaks.SkipBlanks(_value, position);

    public int TrimEnd(int start, int end) => LineBreaks.TrimEnd(_value, start, end);

    /// <summary>The end of the word at <paramref name="position"/>: at a blank outside quotes.</summary>
    public int EndOfWord(int position)
    {
        char? quote = null;
        for (; position < _value.Length; position++)
        {
            var c = _value[position];
            if (quote is null && c is ' ' or '\t')
                break;
            if (c == quote)
                quote = null;
            else if (quote is null && c is '"' or '\'')
                quote = c;
        }

        return position;
    }

    public TextSpan ToSource(int start, int end)
    {
        var first = StretchAt(start);
        var last = StretchAt(Math.Max(start, end - 1));
        return TextSpan.FromBounds(
            _stretches[first].Start + (start - _starts[first]), _stretches[last].Start + (end - _starts[last]));
    }

    public MappedText Map(object owner, int start, int end, TextEscaping escaping)
    {
        var builder = new MappedTextBuilder(owner, _source);
        for (var i = StretchAt(start); i < _stretches.Count && _starts[i] < end; i++)
        {
            var from = Math.Max(start, _starts[i]);
            var to = Math.Min(end, _starts[i] + _stretches[i].Length);
            builder.Append(_stretches[i].Start + (from - _starts[i]), Math.Max(0, to - from));
        }

        return builder.Build(ToSource(start, end), escaping);
    }

    /// <summary>The last stretch that starts at or before <paramref name="position"/>.</summary>
    private int StretchAt(int position)
    {
        var index = Array.BinarySearch(_starts, position);
        if (index < 0)
            return ~index - 1;
        while (index + 1 < _starts.Length && _starts[index + 1] == position)
            index++;
        return index;
    }
}
