using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>A stretch of a value and the stretch of source text that writes it.</summary>
/// <param name="Value">Where in the value, in UTF-16 offsets.</param>
/// <param name="Source">Where in the source text, in UTF-16 offsets.</param>
/// <param name="IsVerbatim">True where both are the same characters; false for an escape or a folded line break, which count as one.</param>
internal readonly record struct MappedSegment(TextSpan Value, TextSpan Source, bool IsVerbatim);
