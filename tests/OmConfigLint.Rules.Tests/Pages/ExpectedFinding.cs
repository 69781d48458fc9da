namespace OmConfigLint.Rules.Tests.Pages;

/// <summary>A finding that an example announces.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The 1-based line on which it starts.</param>
/// <param name="Rule">The rule's id.</param>
internal sealed record ExpectedFinding(string Path, int Line, string Rule);
