using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A document that rules have found inside another one.</summary>
/// <param name="Text">Its text, with its places in the document around it.</param>
/// <param name="Format">How it is to be read.</param>
public sealed record EmbeddedDocument(EmbeddedText Text, FileFormat Format);
