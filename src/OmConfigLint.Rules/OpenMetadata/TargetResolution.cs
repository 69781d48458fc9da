using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>What a user's words for a release mean.</summary>
/// <param name="Version">The release; null where the words mean none.</param>
/// <param name="Message">With a release: what a user should know of it, or null. Without: why there is none.</param>
public readonly record struct TargetResolution(ReleaseVersion? Version, string? Message);
