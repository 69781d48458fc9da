using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax;

/// <summary>Says where and why a text could not be read.</summary>
/// <param name="Span">Where, in UTF-16 offsets; never outside the text.</param>
/// <param name="Message">What is wrong, in lower case and without a full stop.</param>
/// <param name="Kind">Broken, or beyond a limit.</param>
public sealed record SyntaxError(TextSpan Span, string Message, SyntaxErrorKind Kind);
