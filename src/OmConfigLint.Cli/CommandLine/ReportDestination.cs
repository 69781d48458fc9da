using OmConfigLint.Cli.Output;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>A value of <c>--format</c>.</summary>
/// <param name="Format">The format.</param>
/// <param name="Path">The file it goes to; null for standard output.</param>
internal sealed record ReportDestination(ReportFormat Format, string? Path);
