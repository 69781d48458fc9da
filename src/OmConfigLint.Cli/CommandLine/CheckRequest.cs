namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>omlint [PATH...]</c>.</summary>
internal sealed record CheckRequest(CommandLineOptions Options) : CommandLineRequest;
