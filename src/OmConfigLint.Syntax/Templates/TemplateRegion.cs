using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Templates;

/// <summary>A stretch of a template that is not text of the rendered file.</summary>
/// <param name="Span">Where, marks included, in UTF-16 offsets.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Word">The first word inside a statement, as in <c>if</c>; empty otherwise.</param>
public readonly record struct TemplateRegion(TextSpan Span, TemplateRegionKind Kind, string Word)
{
    /// <summary>True where white space before it is taken away: <c>{{-</c>.</summary>
    public bool TrimsBefore { get; init; }

    /// <summary>True where white space behind it is taken away: <c>-}}</c>.</summary>
    public bool TrimsAfter { get; init; }
}
