using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// Something that OpenMetadata's database takes its configuration from: a file or folder that a compose file mounts, a folder that its image is
/// built from, a resource of Terraform.
/// </summary>
/// <param name="Path">The file that says so.</param>
/// <param name="Target">The file or folder, as users see it; of a resource its address.</param>
/// <param name="IsResource">True for a resource in a file of the same folder.</param>
internal sealed record DatabaseFileFact(string Path, string Target, bool IsResource) : WorkspaceFact(AnyKey, Path)
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
                yield return new DatabaseFileFact(path, address, IsResource: true);
        }

        if (document.File.Embedding is not null || document.Find<ComposeFile>() is not { } compose)
            yield break;
        foreach (var database in compose.Databases)
        {
            foreach (var source in SourcesOf(database.Service, document))
            {
                if (Resolve(VersionFact.GroupOf(path), source) is { } target)
                    yield return new DatabaseFileFact(path, target, IsResource: false);
            }
        }
    }

    /// <summary>True where the setting's file is what this is about.</summary>
    public bool Covers(string path, string? resource) => IsResource
        ? resource == Target && VersionFact.GroupOf(path) == VersionFact.GroupOf(Path)
        : resource is null && (path == Target || (Target.Length > 0 && Deployment.IsIn(path, Target)));

    private static IEnumerable<string> SourcesOf(ComposeService service, ConfigDocument document)
    {
        if (service.Find("volumes")?.Value.Resolved is YamlSequence volumes)
        {
            foreach (var volume in volumes.Items)
            {
                if (volume.Resolved is YamlScalar { Value: var text } && text.IndexOf(':') is > 0 and var colon)
                    yield return text[..colon];
                else if (volume.Resolved is YamlMapping mapping && mapping.Find("source")?.Value.Resolved is YamlScalar source)
                    yield return source.Value;
            }
        }

        if (ValueOf(service.Find("build")?.Value.Resolved, "context") is YamlScalar context)
            yield return context.Value;

        if (service.Find("configs")?.Value.Resolved is YamlSequence configs
            && (document.Yaml?.Root as YamlMapping)?.Find("configs")?.Value.Resolved is YamlMapping all)
        {
            foreach (var config in configs.Items)
            {
                if (ValueOf(config.Resolved, "source") is YamlScalar key && all.Find(key.Value)?.Value.Resolved is YamlMapping entry && entry.Find("file")?.Value.Resolved is YamlScalar file)
                    yield return file.Value;
            }
        }
    }

    // The long form of what is a text alone in the short one.
    private static YamlNode? ValueOf(YamlNode? node, string key) => node is YamlMapping mapping ? mapping.Find(key)?.Value.Resolved : node;

    /// <summary>The path that <paramref name="source"/> means in <paramref name="directory"/>; null for a named volume and for what lies elsewhere.</summary>
    private static string? Resolve(string directory, string source)
    {
        if (source is not ['.', ..] && !source.Contains('/'))
            return null;
        if (source.StartsWith('/') || source.StartsWith('~') || source.Contains('$'))
            return null;
        var names = new List<string>(directory.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var name in source.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".")
                continue;
            if (name != "..")
                names.Add(name);
            else if (names.Count == 0)
                return null;
            else
                names.RemoveAt(names.Count - 1);
        }

        return string.Join('/', names);
    }
}
