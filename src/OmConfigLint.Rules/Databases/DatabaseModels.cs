using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Compose;

namespace OmConfigLint.Rules.Databases;

/// <summary>What a document says of the databases under OpenMetadata.</summary>
internal static class DatabaseModels
{
    /// <summary>The models of <paramref name="document"/>.</summary>
    public static IEnumerable<object> Of(ConfigDocument document)
    {
        var compose = ComposeFile.Bind(document);
        if (compose is { Servers.IsEmpty: false } or { Databases.IsEmpty: false })
            yield return compose;
        var terraform = TerraformDatabases.Bind(document);
        if (terraform is not null)
            yield return terraform;
        foreach (var values in ChartDatabase.Of(document))
            yield return values;
        foreach (var version in DatabaseVersion.Of(document, compose, terraform))
            yield return version;
        foreach (var setting in DatabaseSettings.Of(document, compose, terraform))
            yield return setting;
    }
}
