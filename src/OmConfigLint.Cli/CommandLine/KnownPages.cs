using System.Collections.Immutable;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>omlint's own pages and those of <c>--rules</c>.</summary>
internal static class KnownPages
{
    /// <summary>The pages by id; null where a user's page is not right, which standard error then says, a line for each mistake.</summary>
    public static ImmutableArray<RulePage>? Load(string? directory, Terminal terminal)
    {
        if (directory is null)
            return RulePages.All;

        var loaded = RulePageLoader.Load(directory);
        foreach (var error in loaded.Errors)
            terminal.Fail(error.ToString());
        return loaded.Errors.IsEmpty ? RulePages.All.AddRange(loaded.Pages).Sort((a, b) => string.CompareOrdinal(a.Id, b.Id)) : null;
    }
}
