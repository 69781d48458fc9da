using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Syntax.Tests.PythonPackages;

/// <summary>PEP 440's own examples.</summary>
public sealed class Pep440VersionTests
{
    [Theory]
    [InlineData("1.5.4.0", "1.5.4.0")]
    [InlineData("v1.0", "1.0")]
    [InlineData(" 1.0\n", "1.0")]
    [InlineData("1.1RC1", "1.1rc1")]
    [InlineData("00.01", "0.1")]
    [InlineData("1.1.a1", "1.1a1")]
    [InlineData("1.1-a1", "1.1a1")]
    [InlineData("1.1a.1", "1.1a1")]
    [InlineData("1.1alpha1", "1.1a1")]
    [InlineData("1.1beta2", "1.1b2")]
    [InlineData("1.1c3", "1.1rc3")]
    [InlineData("1.1-preview_3", "1.1rc3")]
    [InlineData("1.2a", "1.2a0")]
    [InlineData("1.2-post2", "1.2.post2")]
    [InlineData("1.2.post-2", "1.2.post2")]
    [InlineData("1.0-r4", "1.0.post4")]
    [InlineData("1.0.rev4", "1.0.post4")]
    [InlineData("1.2.post", "1.2.post0")]
    [InlineData("1.0-1", "1.0.post1")]
    [InlineData("1.2-dev2", "1.2.dev2")]
    [InlineData("1.2.dev", "1.2.dev0")]
    [InlineData("1.0a2.dev456", "1.0a2.dev456")]
    [InlineData("1.0alpha.post3.dev4", "1.0a0.post3.dev4")]
    [InlineData("1!2.0", "1!2.0")]
    [InlineData("1.0+ubuntu-1", "1.0+ubuntu.1")]
    [InlineData("2012.10", "2012.10")]
    public void Spellings(string text, string normal)
    {
        Assert.True(Pep440Version.TryParse(text, out var version));
        Assert.Equal(normal, version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1.")]
    [InlineData("1..2")]
    [InlineData("1.5.4.*")]
    [InlineData("1.5 .4")]
    [InlineData("1.0+")]
    [InlineData("1.0+a+b")]
    [InlineData("1.0_")]
    [InlineData("1.0relish")]
    [InlineData("${VERSION}")]
    [InlineData("1.0-SNAPSHOT")]
    [InlineData("1.99999999999999999999")]
    public void No_versions(string text) => Assert.False(Pep440Version.TryParse(text, out _));

    [Fact]
    public void Order()
    {
        string[] ordered =
        [
            "0.9", "1.0.dev1", "1.0.dev456", "1.0a1", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2", "1.0b2.post345.dev456",
            "1.0b2.post345", "1.0rc1.dev456", "1.0rc1", "1.0", "1.0+abc.5", "1.0+abc.7", "1.0+5", "1.0.post456.dev34", "1.0.post456", "1.1.dev1",
            "1.5.4", "1.5.4.1", "1.5.10", "1!0.1",
        ];
        for (var i = 0; i < ordered.Length; i++)
        {
            for (var j = 0; j < ordered.Length; j++)
                Assert.True(i.CompareTo(j) == Math.Sign(Version(ordered[i]).CompareTo(Version(ordered[j]))), $"{ordered[i]} {ordered[j]}");
        }
    }

    [Theory]
    [InlineData("1.5", "1.5.0")]
    [InlineData("1.0.0.0", "1")]
    [InlineData("1.0-1", "1.0.post1")]
    [InlineData("1.0+ubuntu_1", "1.0+UBUNTU.1")]
    public void Equal_versions(string left, string right)
    {
        Assert.True(Version(left) == Version(right));
        Assert.Equal(Version(left).GetHashCode(), Version(right).GetHashCode());
    }

    internal static Pep440Version Version(string text)
    {
        Assert.True(Pep440Version.TryParse(text, out var version), text);
        return version;
    }
}
