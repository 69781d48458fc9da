using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Syntax.Tests.PythonPackages;

/// <summary>PEP 440's own examples, and those of Poetry's documentation.</summary>
public sealed class PythonVersionSpecifiersTests
{
    [Theory]
    [InlineData("~=2.2", "2.2 2.9 2.2.post3", "2.1 3.0 3")]
    [InlineData("~=1.4.5", "1.4.5 1.4.9", "1.4.4 1.5.0")]
    [InlineData("~=2.2.post3", "2.2.post3 2.3", "2.2 3.0")]
    [InlineData("~=1.4.5a4", "1.4.5a4 1.4.5 1.4.6", "1.5.0 1.4.5a3")]
    [InlineData("~=2.2.0", "2.2.0 2.2.5", "2.3")]
    [InlineData("~=1.4.5.0", "1.4.5.0 1.4.5.3", "1.4.6.0")]
    [InlineData("~=1.5.4.0", "1.5.4 1.5.4.7", "1.5.5 1.6.0.0")]
    [InlineData("~=1", "", "1 1.0")]
    [InlineData("==1.1", "1.1 1.1.0 1.1+local", "1.1.post1 1.1a1 1.1.1")]
    [InlineData("==1.1.post1", "1.1.post1", "1.1")]
    [InlineData("==1.1.*", "1.1.post1 1.1 1.1.9", "1.2 1")]
    [InlineData("==1.5.4", "1.5.4 1.5.4.0", "1.5.4.1")]
    [InlineData("==1.1a1", "1.1a1", "1.1")]
    [InlineData("==1.1+ubuntu.1", "1.1+ubuntu-1", "1.1")]
    [InlineData("!=1.1", "1.1.post1 1.2", "1.1 1.1.0")]
    [InlineData("!=1.1.*", "1.2 1", "1.1.post1 1.1")]
    [InlineData(">1.7", "1.7.1 1.8", "1.7 1.7.0.post1 1.7+local")]
    [InlineData(">1.7.post2", "1.7.1 1.7.0.post3", "1.7.0 1.7.post2")]
    [InlineData("<1.7", "1.6.9", "1.7 1.7rc1 1.7.dev1")]
    [InlineData("<1.7rc2", "1.6 1.7rc1", "1.7rc2 1.7")]
    [InlineData(">=1.9,<1.10", "1.9 1.9.7.1", "1.8 1.10 1.10.0.0")]
    [InlineData("<=1.5.4", "1.5.4 1.5.4+x", "1.5.4.1")]
    [InlineData("===1.5.4", "1.5.4", "1.5.4.0")]
    [InlineData("~=0.9,>=1.0,!=1.3.4.*,<2.0", "", "0.9 1.3.4 1.5")]
    [InlineData(">=1.0,!=1.3.4.*,<2.0", "1.0 1.3.5", "1.3.4 1.3.4.1 2.0")]
    [InlineData("", "0 1.5.4.0", "1.0rc1")]
    [InlineData(">=1.0", "1.0", "1.1rc1 1.1.dev0")]
    [InlineData(">=1.1rc1", "1.1rc1 1.1", "1.0")]
    public void Admits(string text, string admitted, string refused) => Check(PythonVersionSpecifiers.TryParse(text, out var read), read, admitted, refused);

    [Theory]
    [InlineData("^1.2.3", "1.2.3 1.9", "1.2.2 2.0.0")]
    [InlineData("^1.2", "1.2.0 1.9", "2.0")]
    [InlineData("^1", "1.0 1.9", "2")]
    [InlineData("^0.2.3", "0.2.3 0.2.9", "0.3.0")]
    [InlineData("^0.0.3", "0.0.3", "0.0.4")]
    [InlineData("^0.0", "0.0.1", "0.1.0")]
    [InlineData("^0", "0.9", "1.0")]
    [InlineData("~1.2.3", "1.2.3 1.2.9", "1.3")]
    [InlineData("~1.2", "1.2 1.2.9", "1.3")]
    [InlineData("~1", "1.0 1.9", "2")]
    [InlineData("*", "0 1 9.9", "")]
    [InlineData("1.*", "1.0 1.9", "2.0")]
    [InlineData("1.2.*", "1.2.9", "1.3")]
    [InlineData("1.5.4.0", "1.5.4.0", "1.5.4.1")]
    [InlineData("=1.5", "1.5", "1.6")]
    [InlineData(">=1.2 <1.5", "1.3", "1.5")]
    [InlineData("~=1.5.4.0", "1.5.4.2", "1.5.5")]
    public void Poetry_admits(string text, string admitted, string refused) =>
        Check(PythonVersionSpecifiers.TryParsePoetry(text, out var read), read, admitted, refused);

    [Theory]
    [InlineData("==1.5.4.0", "1.5.4.0")]
    [InlineData(">=1.0,==1.5.4", "1.5.4")]
    [InlineData("===1.5.4", "1.5.4")]
    [InlineData("==1.5.*", null)]
    [InlineData("~=1.5.4.0", null)]
    [InlineData("==${VERSION}", null)]
    [InlineData("", null)]
    public void Exact_versions(string text, string? exact)
    {
        Assert.True(PythonVersionSpecifiers.TryParse(text, out var read));
        Assert.Equal(exact, read.ExactVersion?.ToString());
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData(">=")]
    [InlineData("== 1.5 1.6")]
    [InlineData("=1.5")]
    [InlineData("^1.5")]
    [InlineData(">=1 || <0.5")]
    public void No_specifiers(string text) => Assert.False(PythonVersionSpecifiers.TryParse(text, out _));

    [Fact]
    public void Variables_are_not_certain()
    {
        Assert.True(PythonVersionSpecifiers.TryParse(">=1.0,==${VERSION}", out var read));
        Assert.False(read.IsCertain);
        Assert.False(read.Admits(Pep440VersionTests.Version("1.5")));
    }

    private static void Check(bool isRead, PythonVersionSpecifiers? specifiers, string admitted, string refused)
    {
        Assert.True(isRead);
        foreach (var version in admitted.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.True(specifiers!.Admits(Pep440VersionTests.Version(version)), version);
        foreach (var version in refused.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.False(specifiers!.Admits(Pep440VersionTests.Version(version)), version);
    }
}
