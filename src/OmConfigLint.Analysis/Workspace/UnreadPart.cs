using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A model of what would matter to the rules and is not known: it stands in a region of a template, or cannot be read.</summary>
/// <param name="Span">Where, in UTF-16 offsets of the document's text.</param>
/// <param name="Reason">Why it was not analysed, lower case and without a full stop.</param>
public sealed record UnreadPart(TextSpan Span, string Reason);
