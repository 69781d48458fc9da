using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dotenv;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// Follows the variables of a Compose file to the <c>.env</c> file beside it, which comes before a default. Compose does not look into the files
/// that services name as <c>env_file</c> for this; but where nothing else gives a variable its value, such a file is what people pass with
/// <c>--env-file</c>.
/// </summary>
internal static class ComposeEnvironment
{
    private const string FileName = ".env";

    /// <summary>True for a Compose file, which has services.</summary>
    public static bool IsCompose(ConfigDocument document) =>
        document.File.Embedding is null && document.Yaml?.Root is YamlMapping root && root.Find("services")?.Value is YamlMapping;

    /// <summary>Where the value of a variable in <paramref name="document"/>, a Compose file, is written; null where no file says it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="hasDefault">True where it has a default, which counts where <c>.env</c> says nothing.</param>
    /// <param name="files">The files around it.</param>
    /// <param name="trees">The files that have been read for this document.</param>
    public static VersionPlace? Find(
        ConfigDocument document, string variable, bool hasDefault, WorkspaceFiles files, Dictionary<string, (SourceFile File, DotenvTree Tree)?> trees)
    {
        var directory = document.File.Path[..(document.File.Path.LastIndexOf('/') + 1)];
        foreach (var name in hasDefault ? [FileName] : EnvironmentFilesOf(document).Prepend(FileName))
        {
            if (Read(directory + name, files, trees) is ({ } file, { } tree) && tree.Find(variable) is { Value.Value.Length: > 0 } entry)
                return new VersionPlace(file, tree, entry.Value.Text, new TextSpan(0, entry.Value.Value.Length));
        }

        return null;
    }

    private static (SourceFile File, DotenvTree Tree)? Read(
        string path, WorkspaceFiles files, Dictionary<string, (SourceFile File, DotenvTree Tree)?> trees)
    {
        // One tree a file, so that the edits of several references meet in it.
        if (!trees.TryGetValue(path, out var read))
            trees[path] = read = files.Exists(path) && files.TryParse(path) is ({ } file, DotenvTree tree) ? (file, tree) : null;
        return read;
    }

    /// <summary>The files that services name, where their names say what they are.</summary>
    private static IEnumerable<string> EnvironmentFilesOf(ConfigDocument document)
    {
        if (document.Yaml?.Root is not YamlMapping root || root.Find("services")?.Value is not YamlMapping services)
            yield break;
        foreach (var service in services.Entries)
        {
            if ((service.Value.Resolved as YamlMapping)?.Find("env_file")?.Value.Resolved is not { } named)
                continue;
            foreach (var item in named is YamlSequence list ? list.Items.AsEnumerable() : [named])
            {
                var path = item.Resolved is YamlMapping described ? described.Find("path")?.Value.Resolved : item.Resolved;
                if (path is YamlScalar { Value: { Length: > 0 } name } && !name.StartsWith('/') && !name.Contains("..", StringComparison.Ordinal) && FileFormats.Of(name) == FileFormat.Dotenv)
                    yield return name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
            }
        }
    }
}
