using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>A rule named in a suppression.</summary>
/// <param name="IdOrName">The id or name as written.</param>
/// <param name="Span">Where, in UTF-16 offsets.</param>
internal readonly record struct SuppressedRule(string IdOrName, TextSpan Span);
