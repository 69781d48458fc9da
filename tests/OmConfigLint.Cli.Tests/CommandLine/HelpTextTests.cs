using System.Text.RegularExpressions;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Cli.CommandLine.Completion;

namespace OmConfigLint.Cli.Tests.CommandLine;

public sealed partial class HelpTextTests
{
    [Fact]
    public void Help_and_grammar_have_the_same_options()
    {
        AssertSame(HelpText.Check, new CheckSyntax());
        AssertSame(HelpText.Completion, new CompletionSyntax());
        AssertSame(HelpText.Explain, new ExplainSyntax());
        AssertSame(HelpText.Init, new InitSyntax());
        AssertSame(HelpText.Rules, new ListRulesSyntax());

        static void AssertSame(string help, OptionSyntax syntax) =>
            Assert.Equal(
                syntax.OptionNames.Where(name => name.StartsWith("--", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
                // An option is described on a line of its own, indented; examples stand behind `omlint`.
                Option().Matches(help).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Help_fits_a_terminal() =>
        Assert.All((HelpText.Check + HelpText.Completion + HelpText.Explain + HelpText.Init + HelpText.Rules).Split('\n'), line => Assert.InRange(line.Length, 0, 90));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_a_right_command_line(string words) =>
        Assert.IsNotType<UsageError>(CommandLineSyntax.Parse([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    public static TheoryData<string> Examples() =>
        [.. Example().Matches(HelpText.Check).Select(match => match.Groups["words"].Value)];

    [GeneratedRegex(@"^  (-\w, )?(?<name>--[a-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(@"^  omlint (?<words>.*?)(   .*| [<>].*)?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
