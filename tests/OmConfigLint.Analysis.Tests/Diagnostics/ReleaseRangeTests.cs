using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;

namespace OmConfigLint.Analysis.Tests.Diagnostics;

public sealed class ReleaseRangeTests
{
    [Theory]
    [InlineData(null, "1.6.0", true)]
    [InlineData(null, "1.6", true)]
    [InlineData(null, "1.6.0.5", true)]
    [InlineData(null, "2.0", true)]
    [InlineData(null, "1.5.9", false)]
    [InlineData("1.5", "1.6", true)]
    [InlineData("1.5.15", "1.6.3", true)]
    [InlineData("1.6", "1.6.3", false)]
    [InlineData("1.6.0", "1.7", false)]
    [InlineData("1.7", "1.5", false)]
    public void An_upgrade_takes_in_what_came_after_the_release_in_use_up_to_the_target(string? from, string target, bool crosses) =>
        Assert.Equal(
            crosses,
            new ReleaseRange(from is null ? null : ReleaseVersion.Parse(from), ReleaseVersion.Parse(target)).Crosses(ReleaseVersion.Parse("1.6.0")));
}
