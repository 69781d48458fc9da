namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>--help</c>.</summary>
internal sealed record HelpRequest(string Text) : CommandLineRequest;
