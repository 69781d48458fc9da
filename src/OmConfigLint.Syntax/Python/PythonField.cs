using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary>A value that is put into a text when the program runs: <c>{expr!r:>10}</c> in an f-string, or <c>name</c> in <c>"a" + name</c>.</summary>
/// <param name="Span">In the source, with its braces.</param>
/// <param name="Value">The expression.</param>
/// <param name="Specifiers">The expressions in its format specifier: <c>width</c> in <c>{expr:{width}}</c>.</param>
public sealed record PythonField(TextSpan Span, PythonValue Value, ImmutableArray<PythonValue> Specifiers);
