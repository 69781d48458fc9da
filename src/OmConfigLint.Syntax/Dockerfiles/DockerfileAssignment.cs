using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>A name and its value in <c>ARG</c>, <c>ENV</c> or <c>LABEL</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value or default; null for an <c>ARG</c> without one.</param>
public sealed record DockerfileAssignment(SyntaxToken Name, DockerfileWord? Value);
