using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Where a version is written: a stretch of a value.</summary>
/// <param name="File">The file.</param>
/// <param name="Tree">Its tree.</param>
/// <param name="Text">The value.</param>
/// <param name="Span">The version in the value, in offsets of the value.</param>
internal sealed record VersionPlace(SourceFile File, SyntaxTree Tree, MappedText Text, TextSpan Span)
{
    /// <summary>The version as it is written.</summary>
    public string Value => Text.Value.Substring(Span.Start, Span.Length);

    /// <summary>Where it stands in <see cref="File"/>.</summary>
    public TextSpan SourceSpan => Text.ToSource(Span);

    /// <summary>Writes another version there.</summary>
    public void Replace(FixBuilder builder, string version) => builder.Edit(File, Tree).ReplaceText(Text, Span, version);

    /// <summary>A pointer to it.</summary>
    public RelatedLocation Locate(string message) => RelatedLocation.In(File, SourceSpan, message);
}
