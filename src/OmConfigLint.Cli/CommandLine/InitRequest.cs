using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>omlint init</c>.</summary>
/// <param name="From">The release in use; null to look for it in the tree.</param>
/// <param name="Target">The release to check against; null for the newest known.</param>
/// <param name="Baseline">Accept what is found today.</param>
/// <param name="IsDryRun">Say what would be done, and write nothing.</param>
internal sealed record InitRequest(ReleaseVersion? From, ReleaseVersion? Target, bool Baseline, bool IsDryRun) : CommandLineRequest;
