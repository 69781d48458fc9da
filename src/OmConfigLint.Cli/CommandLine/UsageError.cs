namespace OmConfigLint.Cli.CommandLine;

/// <summary>A command line that means nothing.</summary>
/// <param name="Message">Why, in one line.</param>
internal sealed record UsageError(string Message) : CommandLineRequest;
