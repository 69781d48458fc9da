namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>--version</c>.</summary>
internal sealed record VersionRequest : CommandLineRequest;
