using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>A document that rules have found inside another one.</summary>
/// <param name="Text">Its text, with its places in the document around it.</param>
/// <param name="Format">How it is to be read.</param>
public sealed record EmbeddedDocument(EmbeddedText Text, FileFormat Format)
{
    /// <summary>What the text around it puts into it, beside template engines: a shell's variables.</summary>
    public TemplateMarks Marks { get; init; }

    /// <summary>True where it is a document beyond doubt, so that one that cannot be read is to be told of.</summary>
    public bool IsCertain { get; init; }
}
