namespace OmConfigLint.Syntax.Text;

/// <summary>A stretch of a document inside a file that comes from one value of the file.</summary>
/// <param name="Start">Where it starts in the document, in UTF-16 offsets.</param>
/// <param name="Text">The value.</param>
/// <param name="TextStart">Where it starts in the value.</param>
/// <param name="Length">How long it is, in both.</param>
public readonly record struct EmbeddedPart(int Start, MappedText Text, int TextStart, int Length);
