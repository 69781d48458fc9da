using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax;

/// <summary>A comment.</summary>
/// <param name="Span">From what opens it (<c>#</c>; in some formats <c>--</c>, <c>//</c>, <c>;</c>, <c>/*</c>) to its end, line break excluded.</param>
/// <param name="IsTrailing">True where something other than white space stands before it on its line.</param>
public readonly record struct SyntaxComment(TextSpan Span, bool IsTrailing);
