using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Cli.Init;

/// <summary>A place that tells which release is in use.</summary>
/// <param name="Release">The release.</param>
/// <param name="Text">What stands there: <c>openmetadata-ingestion[mysql]==1.5.6</c>.</param>
/// <param name="Path">The file, as users see it.</param>
/// <param name="Line">The line, 1-based.</param>
internal sealed record ReleaseEvidence(ReleaseVersion Release, string Text, string Path, int Line);
