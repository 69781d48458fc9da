using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Shell;

/// <summary>An assignment: on its own, before a command, or behind <c>export</c> and its like.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">The value; an array as it is written, with its parentheses.</param>
public sealed record ShellAssignment(SyntaxToken Name, ShellWord Value);
