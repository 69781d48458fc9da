namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>omlint rules</c>.</summary>
/// <param name="AsJson">True for JSON, false for a table.</param>
/// <param name="RulesDirectory">The directory of the user's own pages.</param>
internal sealed record ListRulesRequest(bool AsJson, string? RulesDirectory) : CommandLineRequest;
