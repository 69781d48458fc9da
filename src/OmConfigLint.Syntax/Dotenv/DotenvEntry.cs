using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dotenv;

/// <summary>A line <c>KEY=value</c> of a <c>.env</c> file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">The value without its quotes; empty where there is none.</param>
/// <param name="Variables">The variables in the value, in offsets of the value; none in single quotes.</param>
/// <param name="Span">From the key, or the <c>export</c> before it, to the end of the value.</param>
public sealed record DotenvEntry(SyntaxToken Name, SyntaxToken Value, ImmutableArray<VariableReference> Variables, TextSpan Span);
