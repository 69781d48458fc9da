using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Analysis.Tests.Configuration;

public sealed class ReleaseVersionTests
{
    [Theory]
    [InlineData("1.6")]
    [InlineData("1.6.3")]
    [InlineData("1.6.3.1")]
    [InlineData("0.13.0")]
    [InlineData("10.20.30.40")]
    public void Is_written_as_it_was_read(string text) => Assert.Equal(text, ReleaseVersion.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1.6.3.1.2")]
    [InlineData("v1.6")]
    [InlineData("1.6-rc1")]
    [InlineData("1.-6")]
    [InlineData("1. 6")]
    [InlineData("1.99999999999")]
    [InlineData("١.٦")]
    public void What_is_no_release_number_is_refused(string? text) => Assert.False(ReleaseVersion.TryParse(text, out _));

    [Fact]
    public void Is_ordered_by_numbers()
    {
        string[] ascending = ["0.13.0", "1.2.9", "1.6", "1.6.0.1", "1.6.3", "1.6.3.1", "1.6.10", "1.10", "2.0"];

        Assert.Equal(ascending, ascending.Reverse().Select(ReleaseVersion.Parse).Order().Select(version => version.ToString()));
    }

    [Fact]
    public void Parts_that_are_not_written_count_as_0_in_comparisons()
    {
        var (two, three) = (ReleaseVersion.Parse("1.6"), ReleaseVersion.Parse("1.6.0"));

        Assert.True(two <= three && two >= three && !(two < three) && !(two > three));
    }
}
