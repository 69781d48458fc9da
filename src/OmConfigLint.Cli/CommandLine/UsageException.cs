namespace OmConfigLint.Cli.CommandLine;

/// <summary>Leaves the parser with a <see cref="UsageError"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
