using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Python;

/// <summary>One string literal.</summary>
/// <param name="Span">With its prefix and quotes.</param>
/// <param name="Prefix">The letters before the quotes, as written: <c>r</c>, <c>b</c>, <c>u</c>, <c>f</c>, <c>t</c> and pairs of them.</param>
/// <param name="Quotes">One or three quotation marks.</param>
/// <param name="Texts">The tokens of its text: one, and one more for each replacement field.</param>
/// <param name="Fields">What stands between the texts: the expressions in braces of an f-string.</param>
public sealed record PythonStringLiteral(
    TextSpan Span, string Prefix, string Quotes, ImmutableArray<SyntaxToken> Texts, ImmutableArray<PythonField> Fields);
