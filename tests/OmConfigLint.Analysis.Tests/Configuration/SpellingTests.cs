using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Analysis.Tests.Configuration;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "ac", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("target_version", "tagret_verison", 2)]
    public void Counts_what_was_mistyped(string left, string right, int distance)
    {
        Assert.Equal(distance, Spelling.Distance(left, right));
        Assert.Equal(distance, Spelling.Distance(right, left));
    }

    [Theory]
    [InlineData("eror", "error")]
    [InlineData("ERROR", "error")]
    [InlineData("wraning", "warning")]
    [InlineData("nonsense", null)]
    [InlineData("x", null)]
    public void Suggests_what_is_near(string name, string? expected) =>
        Assert.Equal(expected, Spelling.Closest(name, ["none", "note", "warning", "error"]));

    [Fact]
    public void Suggests_the_same_whatever_the_order_of_candidates()
    {
        Assert.Equal("OM1001", Spelling.Closest("OM1000", ["OM1002", "OM1001", "OM1003"]));
        Assert.Equal("OM1001", Spelling.Closest("OM1000", ["OM1003", "OM1001", "OM1002"]));
    }
}
