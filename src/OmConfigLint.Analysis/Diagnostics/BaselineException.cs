namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>A file is no baseline that omlint can read.</summary>
/// <param name="message">What is wrong, with the file and the line.</param>
public sealed class BaselineException(string message) : Exception(message);
