using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax;

/// <summary>A comment.</summary>
/// <param name="Span">From the <c>#</c> to the end of the line, line break excluded.</param>
/// <param name="IsTrailing">True where something other than white space stands before it on its line.</param>
public readonly record struct SyntaxComment(TextSpan Span, bool IsTrailing);
