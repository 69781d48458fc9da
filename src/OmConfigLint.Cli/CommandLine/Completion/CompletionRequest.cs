namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary><c>omlint completion SHELL</c>.</summary>
/// <param name="Shell">The shell.</param>
internal sealed record CompletionRequest(Shell Shell) : CommandLineRequest;
