using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>An extra of a requirement: <c>mysql</c> in <c>openmetadata-ingestion[mysql]</c>.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Span">Where it stands, in offsets of the text that was read.</param>
public readonly record struct PythonExtra(string Name, TextSpan Span);
