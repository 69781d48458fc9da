using OmConfigLint.Cli.Output;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>What <c>--version</c> prints.</summary>
internal static class VersionText
{
    /// <summary><c>omlint 0.1.0 (0149603), 20 rules, OpenMetadata 0.13.0 to 2.0.7</c>.</summary>
    public static string Create()
    {
        var commit = BuildInformation.Commit.Length > 0 ? $" ({BuildInformation.Commit[..7]})" : "";
        var rules = SummaryText.Count(RulePages.Count, "rule");
        return $"omlint {BuildInformation.Version}{commit}, {rules}, OpenMetadata {OpenMetadataReleases.Oldest} to {OpenMetadataReleases.Newest}";
    }
}
