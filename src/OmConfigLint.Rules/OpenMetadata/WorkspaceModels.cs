using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Databases;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Rules.OpenMetadata.Packages;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Turns documents into the models that rules speak of.</summary>
internal static class WorkspaceModels
{
    /// <summary>The models of <paramref name="document"/>; none where it is nothing of OpenMetadata's.</summary>
    public static ImmutableArray<object> Bind(ConfigDocument document)
    {
        var models = ImmutableArray.CreateBuilder<object>();
        foreach (var workflow in IngestionWorkflow.Bind(document))
        {
            models.Add(workflow);
            if (UnreadWorkflow.Of(workflow) is { } part)
                models.Add(part);
        }

        var isWorkflow = models.Count > 0;
        if (!isWorkflow && UnreadWorkflow.Of(document) is { } unread)
            models.Add(unread);
        if (document.File.Template is not null)
            UnreadReferences.AddTo(models, document);
        PackageGroups.AddTo(models, document);
        // A workflow is nothing else besides, and most files that are looked at are workflows.
        if (isWorkflow)
            return models.DrainToImmutable();
        if (OutdatedWorkflow.Bind(document) is { } outdated)
            models.Add(outdated);
        PythonModule.AddTo(models, document);
        PythonReference.AddTo(models, document);
        foreach (var image in ImageReferences.In(document))
            models.Add(image);
        foreach (var chart in ChartReferences.In(document))
            models.Add(chart);
        foreach (var script in CommandScript.In(document))
            models.Add(script);
        foreach (var database in DatabaseModels.Of(document))
            models.Add(database);
        return models.DrainToImmutable();
    }
}
