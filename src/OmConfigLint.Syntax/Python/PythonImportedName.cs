using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>One name of an import.</summary>
/// <param name="Span">With its alias.</param>
/// <param name="Name">The name or module.</param>
/// <param name="Alias">What it is called here; null where it keeps its name.</param>
public readonly record struct PythonImportedName(TextSpan Span, PythonDottedName Name, PythonDottedName? Alias);
