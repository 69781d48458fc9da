using System.Diagnostics.CodeAnalysis;

namespace OmConfigLint.Syntax.Templates;

/// <summary>Reads the text of a template whose regions are out of sight, in the format of the rendered file.</summary>
/// <param name="text">The text.</param>
/// <param name="tree">Its tree.</param>
/// <param name="error">The first error.</param>
public delegate bool TemplateReader(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error);
