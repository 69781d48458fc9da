using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>Where the text of a <see cref="PythonString"/> is not known: a stand-in of underscores, as long as the field in the source.</summary>
/// <param name="Span">In the text of the string.</param>
/// <param name="Field">What is put there.</param>
public readonly record struct PythonHole(TextSpan Span, PythonField Field);
