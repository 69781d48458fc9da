using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// Something that a database takes its configuration from: a file or folder that a compose file mounts, a folder that its image is
/// built from, a resource of Terraform.
/// </summary>
/// <param name="Path">The file that says so.</param>
/// <param name="Target">The file or folder, as users see it; of a resource its address.</param>
/// <param name="IsOwn">True where the database is OpenMetadata's; false for another one beside its server.</param>
/// <param name="IsResource">True for a resource in a file of the same folder.</param>
internal sealed record DatabaseFileFact(string Path, string Target, bool IsOwn, bool IsResource) : WorkspaceFact(AnyKey, Path)
{
    /// <summary>The key of all of them.</summary>
    public const string AnyKey = "database-file";

    /// <summary>The facts of <paramref name="document"/>.</summary>
    public static IEnumerable<DatabaseFileFact> Of(ConfigDocument document)
    {
        var path = document.File.Outermost.Path;
        if (document.Find<TerraformDatabases>() is { } terraform)
        {
            foreach (var address in terraform.Own.SelectMany(terraform.ReferencesIn).Distinct(StringComparer.Ordinal))
                yield return new DatabaseFileFact(path, address, IsOwn: true, IsResource: true);
        }

        if (document.File.Embedding is not null || document.Find<ComposeFile>() is not { } compose)
            yield break;
        foreach (var (service, isOwn) in compose.Databases.Select(database => (database.Service, true)).Concat(compose.OtherDatabases.Select(other => (other, false))))
        {
            foreach (var target in ComposeSources.Of(service, compose))
                yield return new DatabaseFileFact(path, target, isOwn, IsResource: false);
        }
    }

    /// <summary>True where the setting's file is what this is about.</summary>
    public bool Covers(string path, string? resource) => IsResource
        ? resource == Target && VersionFact.GroupOf(path) == VersionFact.GroupOf(Path)
        : resource is null && (path == Target || (Target.Length > 0 && Deployment.IsIn(path, Target)));
}
