using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Tests.OpenMetadata;

public sealed class OpenMetadataReleasesTests
{
    [Fact]
    public void The_list_is_in_order_and_dated()
    {
        Assert.Equal(OpenMetadataReleases.All.Select(release => release.Version).Order(), OpenMetadataReleases.All.Select(release => release.Version));
        Assert.Equal("0.13.0", OpenMetadataReleases.Oldest.ToString());
        Assert.True(OpenMetadataReleases.Newest.Major >= 2);
        Assert.Equal(new DateOnly(2025, 1, 29), OpenMetadataReleases.All.Single(release => release.Version.ToString() == "1.6.3").Date);
    }

    [Theory]
    [InlineData("1.6", "1.6.13")]
    [InlineData("1.10", "1.10.14")]
    [InlineData("1.6.3", "1.6.3")]
    [InlineData("1.6.3.1", "1.6.3.1")]
    public void A_known_release_is_resolved(string text, string release) => Assert.Equal((release, null), Resolve(text));

    [Fact]
    public void A_patch_that_is_not_known_counts_with_a_remark() =>
        Assert.Equal(
            ("1.6.99", "OpenMetadata `1.6.99` is not among the releases that omlint knows; it is checked like the others of 1.6, known up to 1.6.13"),
            Resolve("1.6.99"));

    [Theory]
    [InlineData("v1.6.3", "did you mean `1.6.3`?")]
    [InlineData("1.6.3-release", "did you mean `1.6.3`?")]
    [InlineData("16", "did you mean `1.6`?")]
    [InlineData("1.60", "did you mean `1.6`?")]
    public void A_near_miss_is_recognised(string text, string hint)
    {
        var (release, message) = Resolve(text);

        Assert.Null(release);
        Assert.EndsWith("; " + hint, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("latest", "`latest` is not a release number, as in `{newest}`")]
    [InlineData("", "`` is not a release number, as in `{newest}`")]
    [InlineData("0.12.3", "OpenMetadata `0.12.3` is not known; known are 0.13.0 to {newest}")]
    [InlineData("9.0", "OpenMetadata `9.0` is not known; known are 0.13.0 to {newest}")]
    public void Anything_else_is_refused_with_what_is_known(string text, string message) =>
        Assert.Equal((null, message.Replace("{newest}", OpenMetadataReleases.Newest.ToString(), StringComparison.Ordinal)), Resolve(text));

    private static (string? Release, string? Message) Resolve(string text)
    {
        var resolution = OpenMetadataReleases.ResolveTarget(text);
        return (resolution.Version?.ToString(), resolution.Message);
    }
}
