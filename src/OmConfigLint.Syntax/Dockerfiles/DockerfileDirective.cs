using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>A parser directive: <c># syntax=docker/dockerfile:1</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record DockerfileDirective(SyntaxToken Name, SyntaxToken Value);
