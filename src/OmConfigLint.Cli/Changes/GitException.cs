namespace OmConfigLint.Cli.Changes;

/// <summary>What changed could not be told.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class GitException(string message) : Exception(message);
