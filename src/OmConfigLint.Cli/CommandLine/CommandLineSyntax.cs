using System.Collections.Immutable;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Cli.CommandLine.Completion;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>Turns the words of a command line into a request.</summary>
internal static class CommandLineSyntax
{
    /// <summary>Reads the words behind <c>omlint</c>.</summary>
    /// <param name="words">The words.</param>
    /// <param name="findReleases">Finds the releases that a user has added, where one is named that omlint does not know.</param>
    public static CommandLineRequest Parse(ImmutableArray<string> words, Func<ReleaseCatalog>? findReleases = null)
    {
        // A subcommand is the first word only: a directory called `rules` can be checked as `./rules` or after an option.
        var command = words is ["completion" or "explain" or "init" or "rules", ..] ? words[0] : "";
        var end = words.IndexOf("--");
        var options = end < 0 ? words : words[..end];

        // Both win over whatever else is there, right or wrong.
        if (options.Contains("--help") || options.Contains("-h"))
        {
            return new HelpRequest(command switch
            {
                "completion" => HelpText.Completion,
                "explain" => HelpText.Explain,
                "init" => HelpText.Init,
                "rules" => HelpText.Rules,
                _ => HelpText.Check,
            });
        }

        if (options.Contains("--version") || options.Contains("-V"))
            return new VersionRequest();

        try
        {
            return command switch
            {
                "completion" => CompletionSyntax.Parse(words.RemoveAt(0)),
                "explain" => ExplainSyntax.Parse(words.RemoveAt(0)),
                "init" => InitSyntax.Parse(words.RemoveAt(0)),
                "rules" => ListRulesSyntax.Parse(words.RemoveAt(0)),
                _ => CheckSyntax.Parse(options, end < 0 ? [] : words[(end + 1)..], findReleases),
            };
        }
        catch (UsageException exception)
        {
            return new UsageError(exception.Message);
        }
    }
}
