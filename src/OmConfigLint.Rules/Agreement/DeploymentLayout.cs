using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Agreement;

/// <summary>
/// Tells by their places whether two files belong to one deployment. A repository may hold several, and projects that have nothing to do with
/// any: so the folders that lead from one file to the other must all be named for what they are in a deployment (<c>docker</c>, <c>airflow</c>,
/// <c>dags</c>); any other name, such as that of a team or a stage, starts something of its own.
/// </summary>
internal static class DeploymentLayout
{
    private const StringSplitOptions NonEmpty = StringSplitOptions.RemoveEmptyEntries;

    private static readonly HashSet<string> Folders = new(
        [
            "airflow", "chart", "charts", "ci", "compose", "conf", "config", "configs", "connector", "connectors", "container", "containers", "dag",
            "dags", "deploy", "deployment", "deployments", "docker", "dockerfiles", "helm", "image", "images", "infra", "infrastructure", "ingest",
            "ingestion", "ingestions", "k8s", "kubernetes", "manifests", "metadata", "openmetadata", "open-metadata", "open_metadata", "om", "omd",
            "openmetadata-ingestion", "openmetadata-server", "openmetadata-airflow", "plugins", "python", "requirements", "scripts", "server",
            "stack", "templates", "terraform", "values", "workflows",
        ],
        StringComparer.OrdinalIgnoreCase);

    // Words of a file's name by which one of several deployments is meant.
    private static readonly HashSet<string> Variants = new(
        [
            "acc", "acceptance", "alpha", "backup", "beta", "blue", "canary", "ci", "dev", "develop", "development", "demo", "dr", "example", "green", "int",
            "integration", "legacy", "live", "local", "new", "next", "nightly", "nonprod", "old", "perf", "poc", "pre", "preprod", "preview", "prev", "prd",
            "prod", "production", "qa", "sample", "sandbox", "sbx", "stage", "staging", "stg", "template", "test", "testing", "tests", "tst", "uat", "upgrade",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] KustomizationNames = ["kustomization.yaml", "kustomization.yml"];

    /// <summary>True where the file at <paramref name="path"/> starts deployments for tests of its own: jobs of a CI system.</summary>
    public static bool IsCi(string path) =>
        path.Split('/') is var names && (names[..^1].Any(name => name is ".github" or ".gitlab" or ".circleci") || names[^1].StartsWith(".gitlab-ci", StringComparison.Ordinal));

    /// <summary>True where the files at <paramref name="path"/> and <paramref name="other"/> belong to one deployment.</summary>
    public static bool Joins(string path, string other, WorkspaceFiles files)
    {
        if (path == other)
            return true;
        if (!VariantsOf(path).SetEquals(VariantsOf(other)))
            return false;
        var (directory, otherDirectory) = (VersionFact.GroupOf(path), VersionFact.GroupOf(other));
        if (directory == otherDirectory)
            return true;
        var (names, otherNames) = (directory.Split('/', NonEmpty), otherDirectory.Split('/', NonEmpty));
        var common = 0;
        while (common < names.Length && common < otherNames.Length && names[common] == otherNames[common])
            common++;
        return names.Skip(common).Concat(otherNames.Skip(common)).All(Folders.Contains)
            && !IsKustomized(directory, files) && !IsKustomized(otherDirectory, files);
    }

    // The tags in a base or an overlay are not the last word.
    private static bool IsKustomized(string directory, WorkspaceFiles files) =>
        KustomizationNames.Any(name => files.Exists(directory.Length == 0 ? name : $"{directory}/{name}"));

    private static HashSet<string> VariantsOf(string path)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        for (var start = 0; start < name.Length;)
        {
            var end = start;
            while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
                end++;
            // `compose-1.4.yml`: a number tells deployments apart as well.
            var word = name[start..end].ToString();
            if (Variants.Contains(word) || word.Any(char.IsAsciiDigit))
                found.Add(word);
            start = end + 1;
        }

        return found;
    }
}
