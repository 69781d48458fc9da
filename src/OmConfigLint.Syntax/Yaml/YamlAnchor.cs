using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>An anchor (<c>&amp;name</c>) before a node.</summary>
/// <param name="Name">The name without the ampersand.</param>
/// <param name="Span">The ampersand and the name.</param>
public sealed record YamlAnchor(string Name, TextSpan Span);
