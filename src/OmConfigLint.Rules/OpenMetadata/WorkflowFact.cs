using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>A workflow of a certain type for a certain service stands somewhere in the tree.</summary>
/// <param name="Key">Made by <see cref="KeyOf"/>.</param>
/// <param name="Path">The file.</param>
/// <param name="DocumentIndex">The 0-based number of its document; -1 for one inside another.</param>
/// <param name="TypeSpan">Where its type is written, in UTF-16 offsets.</param>
/// <param name="TypeLines">The same as 0-based line positions.</param>
/// <param name="Config">The properties of its <c>config</c>, each as <see cref="CanonicalText"/>.</param>
internal sealed record WorkflowFact(
    string Key,
    string Path,
    int DocumentIndex,
    TextSpan TypeSpan,
    LinePositionSpan TypeLines,
    ImmutableDictionary<string, string> Config) : WorkspaceFact(Key, Path)
{
    /// <summary>What a workflow of <paramref name="pipelineType"/> for <paramref name="serviceName"/> is found by.</summary>
    public static string KeyOf(string pipelineType, string serviceName) => $"workflow/{pipelineType}/{serviceName}";

    /// <summary>The fact of <paramref name="workflow"/>; null where its type or service is not written.</summary>
    public static WorkflowFact? Of(IngestionWorkflow workflow)
    {
        if (workflow.PipelineType is not { } type || workflow.ServiceKey is not { } service)
            return null;

        var file = workflow.Document.File;
        var span = workflow.PipelineTypeEntry!.Span;
        var config = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in workflow.Config.Entries)
        {
            if (entry.KeyText is { } key)
                config[key] = file.Template?.Tree.Restore(CanonicalText.Of(entry.Value)) ?? CanonicalText.Of(entry.Value);
        }

        var (outermost, place) = (file.Outermost, file.ToOutermost(span));
        var index = file.Embedding is null ? workflow.Document.Index : -1;
        return new WorkflowFact(KeyOf(type, service), file.Path, index, place, outermost.Lines.PositionsOf(place), config.ToImmutable());
    }

    /// <summary>A pointer to the workflow's type.</summary>
    public RelatedLocation Locate(string message) => new(Path, TypeSpan, TypeLines, message);
}
