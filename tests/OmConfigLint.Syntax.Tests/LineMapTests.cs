using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tests;

public sealed class LineMapTests
{
    [Fact]
    public void Lines_are_broken_by_LF_CRLF_and_CR_alone()
    {
        const string Text = "a\nbc\r\nd\re\u0085f\u2028g\u2029h\n";
        var map = new LineMap(Text);
        Assert.Equal(
            ["a", "bc", "d", "e\u0085f\u2028g\u2029h", ""],
            Enumerable.Range(0, map.Count).Select(line => Text.Substring(map.SpanOf(line).Start, map.SpanOf(line).Length)));
        Assert.Equal([2, 6, 8, 16, 16], Enumerable.Range(0, map.Count).Select(map.EndIncludingLineBreak));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 0)]
    [InlineData(5, 1, 3)]
    [InlineData(6, 2, 0)]
    [InlineData(7, 2, 1)]
    public void Offsets_become_lines_and_characters(int position, int line, int character)
    {
        var map = new LineMap("a\nbc\r\nd");
        Assert.Equal(new LinePosition(line, character), map.PositionOf(position));
        Assert.Equal(position, map.StartOf(line) + character);
    }

    [Fact]
    public void Spans_become_pairs_of_positions() =>
        Assert.Equal(
            new LinePositionSpan(new LinePosition(0, 1), new LinePosition(1, 2)),
            new LineMap("ab\ncd").PositionsOf(TextSpan.FromBounds(1, 5)));

    [Fact]
    public void Empty_text_has_one_line() => Assert.Equal(1, new LineMap(string.Empty).Count);
}
