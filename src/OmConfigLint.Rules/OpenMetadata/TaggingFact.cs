using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>An AutoClassification workflow that tags columns stands somewhere in the tree.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">Where the switch is written, in UTF-16 offsets.</param>
/// <param name="Lines">The same as 0-based line positions.</param>
internal sealed record TaggingFact(string Path, TextSpan Span, LinePositionSpan Lines) : WorkspaceFact(AnyKey, Path)
{
    /// <summary>The key of all of them.</summary>
    public const string AnyKey = "tagging";

    private const string Switch = "enableAutoClassification";

    /// <summary>The fact of <paramref name="workflow"/>; null where it is of another type, or the switch is not written as on.</summary>
    public static TaggingFact? Of(IngestionWorkflow workflow)
    {
        if (workflow.PipelineType != "AutoClassification" || workflow.Config.Find(Switch) is not { } entry || BooleanValue.Read(entry.Value) != Truth.True)
            return null;
        var file = workflow.Document.File;
        var (outermost, span) = (file.Outermost, file.ToOutermost(entry.Span));
        return new TaggingFact(outermost.Path, span, outermost.Lines.PositionsOf(span));
    }

    /// <summary>A pointer to the switch.</summary>
    public RelatedLocation Locate(string message) => new(Path, Span, Lines, message);
}
