namespace OmConfigLint.Analysis.Fixing;

/// <summary>What kept a <see cref="FileTransaction"/> from writing.</summary>
/// <param name="Path">The file that could not be written, as users see it.</param>
/// <param name="Message">The fact, to be read behind the path; it says whether anything was changed.</param>
public sealed record FileTransactionFailure(string Path, string Message);
