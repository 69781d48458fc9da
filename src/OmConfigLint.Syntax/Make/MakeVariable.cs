using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Make;

/// <summary>An assignment of a makefile.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Operator"><c>=</c>, <c>:=</c>, <c>::=</c>, <c>:::=</c>, <c>?=</c>, <c>+=</c> or <c>!=</c>.</param>
/// <param name="Value">The value with its references as they are written; its lines joined by a blank. Empty where there is none.</param>
/// <param name="Span">From the name to the end of the value.</param>
public sealed record MakeVariable(SyntaxToken Name, string Operator, SyntaxToken Value, TextSpan Span);
