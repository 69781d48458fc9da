using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A tag (<c>!!str</c>, <c>!local</c>, <c>!&lt;uri&gt;</c>) before a node.</summary>
/// <param name="Text">The resolved tag, e.g. <c>tag:yaml.org,2002:str</c>.</param>
/// <param name="Span">The tag as written.</param>
public sealed record YamlTag(string Text, TextSpan Span);
