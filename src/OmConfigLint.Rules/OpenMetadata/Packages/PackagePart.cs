using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>A stretch of a value that is a part of a requirement: the name, an extra, the clauses on the version.</summary>
/// <param name="Text">The value.</param>
/// <param name="Span">Where in the value, in offsets of the value.</param>
internal readonly record struct PackagePart(MappedText Text, TextSpan Span)
{
    /// <summary>What is written there.</summary>
    public string Value => Text.Value.Substring(Span.Start, Span.Length);

    /// <summary>Where it stands in the document's text.</summary>
    public TextSpan SourceSpan => Text.ToSource(Span);

    /// <summary>A whole value.</summary>
    public static PackagePart Whole(MappedText text) => new(text, new TextSpan(0, text.Value.Length));

    /// <summary>Writes something else there.</summary>
    public void Replace(FixBuilder builder, ConfigDocument document, string newText) =>
        builder.Edit(document.File, document.Tree).ReplaceText(Text, Span, newText);
}
