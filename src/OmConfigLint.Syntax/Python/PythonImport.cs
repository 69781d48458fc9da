using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Python;

/// <summary><c>import a.b as c, d</c> or <c>from a.b import c as d, e</c>.</summary>
/// <param name="Span">The whole statement.</param>
/// <param name="Module">The module behind <c>from</c>; null for a plain import and for <c>from . import a</c>.</param>
/// <param name="Dots">How many dots stand before the module: the level of a relative import.</param>
/// <param name="Names">What is imported: modules with their dots, or names of the module; <c>*</c> for all.</param>
/// <param name="IsFrom">True for <c>from … import</c>.</param>
public sealed record PythonImport(TextSpan Span, PythonDottedName? Module, int Dots, ImmutableArray<PythonImportedName> Names, bool IsFrom);
