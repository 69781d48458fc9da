using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.CommandLine.Completion;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Cli.Tests.CommandLine;

/// <summary>What the scripts know; `tests/checks/completion.py` runs them in real shells.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void A_script_knows_every_option_command_and_rule(string shell)
    {
        var run = CommandRun.Of("completion", shell);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] names = [.. new CheckSyntax().OptionNames, .. new InitSyntax().OptionNames, "explain", "rules", "init", "completion", .. RulePages.All.Select(page => page.Id)];
        Assert.All(names, name => Assert.Contains(shell == "fish" ? name.TrimStart('-') : name, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("completion", "`completion` takes a shell: bash, zsh, fish, powershell")]
    [InlineData("completion bash zsh", "`completion` takes a shell: bash, zsh, fish, powershell")]
    [InlineData("completion zhs", "`zhs` is no value of `omlint completion`; did you mean `zsh`?")]
    [InlineData("completion --shell", "unknown option `--shell`; did you mean `--help`?")]
    public void A_wrong_command_line_is_one_clear_line(string words, string message) =>
        Assert.Equal(new CommandRun(2, "", $"omlint: {message}\n"), CommandRun.Of(words.Split(' ')));

    [Fact]
    public void Options_are_read_from_the_help() => Assert.Equal(
        [
            new CompletedOption("-j", "--jobs", "N", IsValueOptional: false, "files worked on (default: one a processor)"),
            new CompletedOption(null, "--changed", "REF", IsValueOptional: true, "report on what changed"),
            new CompletedOption(null, "--format", "FORMAT[=FILE]", IsValueOptional: false, "text or json"),
            new CompletedOption("-h", "--help", null, IsValueOptional: false, "print this help"),
        ],
        CompletedOption.In("""
            Files
              -                         check standard input
              -j, --jobs N              files worked on
                                        (default: one a processor)
              --changed[=REF]           report on what changed
              --format FORMAT[=FILE]    text or json; may be given again
              -h, --help                print this help

            """));
}
