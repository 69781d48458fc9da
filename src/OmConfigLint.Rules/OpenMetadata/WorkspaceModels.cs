using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Databases;
using OmConfigLint.Rules.OpenMetadata.Compose;

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
        var compose = ComposeFile.Bind(document);
        if (compose is { Servers.IsEmpty: false } or { Databases.IsEmpty: false })
            models.Add(compose);
        models.AddRange(ChartDatabase.Of(document).ToArray<object>());
        models.AddRange(DatabaseSettings.Of(document, compose).ToArray<object>());
        return models.DrainToImmutable();
    }
}
