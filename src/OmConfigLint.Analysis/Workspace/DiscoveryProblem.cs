namespace OmConfigLint.Analysis.Workspace;

/// <summary>Something that was to be looked at and could not be: the run ends with exit code 2.</summary>
/// <param name="Path">The path or glob, as users see it.</param>
/// <param name="Message">The fact, as in <c>does not exist</c>; to be read behind the path.</param>
public sealed record DiscoveryProblem(string Path, string Message);
