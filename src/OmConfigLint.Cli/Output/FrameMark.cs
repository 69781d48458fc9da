using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>A marked text in a code frame.</summary>
/// <param name="Span">Where, in UTF-16 offsets of the file.</param>
/// <param name="Label">What stands under it.</param>
/// <param name="IsPrimary">True for the text that the finding is about: <c>^^^</c>, else <c>---</c>.</param>
internal readonly record struct FrameMark(TextSpan Span, string Label, bool IsPrimary);
