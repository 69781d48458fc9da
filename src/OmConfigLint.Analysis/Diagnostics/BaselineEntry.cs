using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>A line of a baseline: so many findings of one key are known.</summary>
/// <param name="Key">What they are recognised by.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Span">Where the entry stands in the baseline's text, in UTF-16 offsets; empty for one that has not been written.</param>
public sealed record BaselineEntry(BaselineKey Key, int Count, TextSpan Span = default);
