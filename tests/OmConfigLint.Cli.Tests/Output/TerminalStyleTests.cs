using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class TerminalStyleTests
{
    [Theory]
    [InlineData("auto", true, "", "colours")]
    [InlineData("auto", false, "", "plain")]
    [InlineData("auto", true, "NO_COLOR=1", "plain")]
    [InlineData("auto", true, "NO_COLOR=", "colours")]
    [InlineData("auto", true, "TERM=dumb", "plain")]
    [InlineData("auto", false, "FORCE_COLOR=1", "colours")]
    [InlineData("auto", true, "FORCE_COLOR=0", "plain")]
    [InlineData("auto", true, "FORCE_COLOR=false", "plain")]
    [InlineData("auto", true, "FORCE_COLOR=1 TERM=dumb", "colours")]
    [InlineData("auto", true, "NO_COLOR=1 FORCE_COLOR=1", "plain")]
    [InlineData("always", false, "", "colours")]
    [InlineData("always", false, "NO_COLOR=1", "colours")]
    [InlineData("never", true, "FORCE_COLOR=1", "plain")]
    [InlineData("auto", true, "TERM=linux", "colours")]
    [InlineData("auto", true, "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", "colours")]
    [InlineData("auto", true, "TERM=xterm-256color TERM_PROGRAM=WezTerm", "colours and links")]
    [InlineData("auto", true, "TERM=xterm-kitty", "colours and links")]
    [InlineData("auto", true, "WT_SESSION=1", "colours and links")]
    [InlineData("auto", true, "VTE_VERSION=7006", "colours and links")]
    [InlineData("auto", true, "VTE_VERSION=5000", "colours")]
    [InlineData("auto", true, "VTE_VERSION=7006 TERM=screen-256color", "colours")]
    [InlineData("auto", true, "VTE_VERSION=7006 TMUX=/tmp/tmux", "colours")]
    [InlineData("auto", true, "VTE_VERSION=7006 CI=true", "colours")]
    [InlineData("auto", true, "VTE_VERSION=7006 FORCE_HYPERLINK=0", "colours")]
    [InlineData("auto", true, "FORCE_HYPERLINK=1", "colours and links")]
    [InlineData("auto", false, "FORCE_COLOR=1 FORCE_HYPERLINK=1 VTE_VERSION=7006", "colours")]
    [InlineData("always", false, "TERM=xterm-kitty", "colours")]
    [InlineData("always", true, "TERM=xterm-kitty", "colours and links")]
    [InlineData("never", true, "TERM=xterm-kitty", "plain")]
    public void Choose(string choice, bool isTerminal, string environment, string expected)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(v => v.Split('=')[0], v => v.Split('=')[1]);

        var style = TerminalStyle.Choose(Enum.Parse<ColorChoice>(choice, ignoreCase: true), isTerminal, variables.GetValueOrDefault);

        Assert.Equal(expected, style switch { (true, true) => "colours and links", (true, false) => "colours", _ => "plain" });
    }

    [Fact]
    public void Plain_writes_no_escape() =>
        Assert.Equal("a b", TerminalStyle.Plain.Bold("a") + " " + TerminalStyle.Plain.Link("b", "https://example.com"));
}
