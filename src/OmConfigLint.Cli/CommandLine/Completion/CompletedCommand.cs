using System.Collections.Immutable;
using System.Globalization;
using OmConfigLint.Cli.Output;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>A command with all that can be completed of it.</summary>
/// <param name="Name">The first word; empty for a check.</param>
/// <param name="Description">What it does.</param>
/// <param name="Options">Its options.</param>
/// <param name="Words">What its words can be; none where they are paths or where there are none.</param>
internal sealed record CompletedCommand(string Name, string Description, ImmutableArray<CompletedOption> Options, ImmutableArray<string> Words)
{
    /// <summary>Every command; a check first.</summary>
    public static ImmutableArray<CompletedCommand> All()
    {
        ImmutableArray<string> rules = [.. RulePages.All.Select(page => page.Id)];
        ImmutableArray<string> releases =
            [.. OpenMetadataReleases.All.Select(release => string.Create(CultureInfo.InvariantCulture, $"{release.Version.Major}.{release.Version.Minor}")).Distinct()];
        return
        [
            Command("", "check files", HelpText.Check, []),
            Command("explain", "show a rule's page", HelpText.Explain, rules),
            Command("rules", "list every rule", HelpText.Rules, []),
            Command("init", "set a repository up", HelpText.Init, []),
            Command("completion", "print what a shell needs to complete", HelpText.Completion, [.. CompletionScript.Shells.Select(shell => shell.Word)]),
        ];

        CompletedCommand Command(string name, string description, string help, ImmutableArray<string> words) => new(
            name,
            description,
            [.. CompletedOption.In(help).Select(option => option with { Words = WordsOf(name, option) })],
            words);

        ImmutableArray<string> WordsOf(string command, CompletedOption option) => option.Long switch
        {
            "--format" => command.Length == 0 ? [.. ReportFormats.All.Select(format => format.Word)] : ["text", "json"],
            "--color" => ["auto", "always", "never"],
            "--fail-on" => ["error", "warning", "note", "never"],
            "--target" or "--from" => releases,
            "--select" or "--ignore" => [.. RulePages.All.Select(page => page.Category).Distinct().Order(StringComparer.Ordinal), .. rules],
            _ => [],
        };
    }
}
