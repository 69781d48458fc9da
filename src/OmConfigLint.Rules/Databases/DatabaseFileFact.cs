using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Syntax.Dockerfiles;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// Something that a database takes its configuration from: a file or folder that a compose file mounts, a folder that its image is
/// built from, a file that a Dockerfile copies, a resource of Terraform.
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

        if (document.Tree is DockerfileTree dockerfile)
        {
            foreach (var source in CopiedToDatabase(dockerfile))
                yield return new DatabaseFileFact(path, Join(VersionFact.GroupOf(path), source), IsOwn: true, IsResource: false);
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

    // What an image on one of OpenMetadata's databases takes in from its folder.
    private static IEnumerable<string> CopiedToDatabase(DockerfileTree tree) => tree.Stages
        .Where(stage => stage.Image is { } image && ImageName.Parse(image.Value) is { Image.Role: VersionRole.DatabaseImage })
        .SelectMany(stage => stage.Instructions)
        .Where(instruction => instruction.Keyword is "COPY" or "ADD" && !instruction.Flags.Any(flag => flag.Value.StartsWith("--from=", StringComparison.Ordinal)))
        .SelectMany(instruction => instruction.Words.SkipLast(1))
        .Select(word => word.Value.StartsWith("./", StringComparison.Ordinal) ? word.Value[2..].TrimEnd('/') : word.Value.TrimEnd('/'))
        .Where(source => source.Length > 0 && source != "." && !source.Contains('$') && !source.Contains("..", StringComparison.Ordinal));

    private static string Join(string directory, string source) => directory.Length == 0 ? source : $"{directory}/{source}";
}
