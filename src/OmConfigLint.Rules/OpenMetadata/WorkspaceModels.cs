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
        foreach (var workflow in IngestionWorkflow.Bind(document))
            models.Add(workflow);
<<<<<<< HEAD
        if (models.Count == 0 && OutdatedWorkflow.Bind(document) is { } outdated)
            models.Add(outdated);
=======
        else
            models.AddRange(ImageReferences.In(document));
>>>>>>> main
        return models.DrainToImmutable();
    }
}
