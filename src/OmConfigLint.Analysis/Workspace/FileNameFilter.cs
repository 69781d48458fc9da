namespace OmConfigLint.Analysis.Workspace;

/// <summary>Tells by its name whether a file is wanted.</summary>
/// <param name="fileName">The last part of its path.</param>
public delegate bool FileNameFilter(ReadOnlySpan<char> fileName);
