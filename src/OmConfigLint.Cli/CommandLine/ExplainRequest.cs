using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>omlint explain ID</c>.</summary>
/// <param name="Rule">An id or a name, as the user wrote it.</param>
/// <param name="RulesDirectory">The directory of the user's own pages.</param>
/// <param name="Color">Whether the page is coloured.</param>
internal sealed record ExplainRequest(string Rule, string? RulesDirectory, ColorChoice Color) : CommandLineRequest;
