using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Turns documents into the models that rules speak of.</summary>
internal static class WorkspaceModels
{
    /// <summary>The models of <paramref name="document"/>; none where it is nothing of OpenMetadata's.</summary>
    public static ImmutableArray<object> Bind(ConfigDocument document)
    {
        var models = ImmutableArray.CreateBuilder<object>();
        if (IngestionWorkflow.Bind(document) is { } workflow)
            models.Add(workflow);
        else
            models.AddRange(ImageReferences.In(document));
        return models.DrainToImmutable();
    }
}
