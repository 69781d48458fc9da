namespace OmConfigLint.Cli.CommandLine;

/// <summary>What a user asks of omlint.</summary>
internal abstract record CommandLineRequest;
