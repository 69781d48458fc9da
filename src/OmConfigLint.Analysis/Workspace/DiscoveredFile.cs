namespace OmConfigLint.Analysis.Workspace;

/// <summary>A file that a run is to look at.</summary>
/// <param name="Path">The path that users see: relative to the run's root where the file lies below it, else absolute; with forward slashes.</param>
/// <param name="FullPath">The absolute path.</param>
/// <param name="IsNamed">True where the user named this very file; false where it was found in a directory or by a glob.</param>
public sealed record DiscoveredFile(string Path, string FullPath, bool IsNamed);
