using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>A release of the OpenMetadata server.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Date">The day it could be installed; null where that is not known.</param>
public readonly record struct OpenMetadataRelease(ReleaseVersion Version, DateOnly? Date);
