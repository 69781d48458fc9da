using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>Something in an <c>.editorconfig</c> that has no effect or no meaning.</summary>
/// <param name="File">The <c>.editorconfig</c>; with an empty text where it could not be read.</param>
/// <param name="Span">The key or the value, in UTF-16 offsets.</param>
/// <param name="Message">The fact, with a "did you mean" where there is one.</param>
/// <param name="Suggestion">What was probably meant, to stand in place of the text at <paramref name="Span"/>; null where nothing is near.</param>
public sealed record ConfigurationProblem(SourceFile File, TextSpan Span, string Message, string? Suggestion = null);
