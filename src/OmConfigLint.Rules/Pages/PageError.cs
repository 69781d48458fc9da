namespace OmConfigLint.Rules.Pages;

/// <summary>What is wrong with a rule's page.</summary>
/// <param name="Message">The fact.</param>
/// <param name="Line">1-based line of the page.</param>
/// <param name="Column">1-based column in UTF-16 units.</param>
internal readonly record struct PageError(string Message, int Line, int Column);
