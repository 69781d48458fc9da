using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;

namespace OmConfigLint.Rules.Agreement;

/// <summary>A compose file with a server mounts a folder or file, or builds an image from it: what stands there is of that deployment.</summary>
/// <param name="Path">The compose file.</param>
/// <param name="Target">The folder or file, as users see it.</param>
internal sealed record DeploymentFolderFact(string Path, string Target) : WorkspaceFact(AnyKey, Path)
{
    /// <summary>The key of all of them.</summary>
    public const string AnyKey = "deployment-folder";

    /// <summary>The facts of <paramref name="document"/>. A folder around the compose file itself says nothing of what else lies in it.</summary>
    public static IEnumerable<DeploymentFolderFact> Of(ConfigDocument document)
    {
        if (document.File.Embedding is not null || document.Find<ComposeFile>() is not { Servers.IsEmpty: false } compose)
            yield break;
        var path = document.File.Path;
        foreach (var target in compose.Services.SelectMany(service => ComposeSources.Of(service, compose)).Distinct(StringComparer.Ordinal))
        {
            if (target.Length > 0 && !Deployment.IsIn(path, target))
                yield return new DeploymentFolderFact(path, target);
        }
    }

    /// <summary>True where the file at <paramref name="path"/> lies there.</summary>
    public bool Covers(string path) => path == Target || Deployment.IsIn(path, Target);
}
