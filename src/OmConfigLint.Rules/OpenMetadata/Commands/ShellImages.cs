using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Shell;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>Finds images in the words of a script: <c>docker run openmetadata/ingestion:1.5.0</c>, <c>IMAGE=openmetadata/server:$VERSION</c>.</summary>
internal static class ShellImages
{
    private static readonly string[] Engines = ["docker", "podman", "nerdctl", "buildah", "sudo"];

    // What these name is made, not pulled.
    private static readonly string[] Results = ["build", "buildx", "push", "tag", "rmi", "rm", "commit", "import", "save", "load"];

    // Their argument is the next word.
    private static readonly string[] OtherArguments =
        ["-v", "--volume", "-w", "--workdir", "-e", "--env", "--mount", "--name", "-f", "--file", "--env-file", "--label", "-l", "-p", "--publish", "-u", "--user", "-h", "--hostname"];

    /// <summary>The images that <paramref name="tree"/> names, in the order of its text.</summary>
    public static IEnumerable<ImageReference> In(ConfigDocument document, ShellTree tree)
    {
        foreach (var command in tree.Commands)
        {
            foreach (var assignment in command.Assignments)
            {
                // An image without a tag may get one where the variable is used.
                if (Parse(assignment.Value) is { } parts && (parts.TagKind != ImageTagKind.None || !parts.Digest.IsEmpty))
                    yield return Create(document, tree, command, new ConfigValue(assignment.Value.Text, assignment.Name.Value), parts, isBuilt: false);
            }

            // What is only said is not run.
            if (command.Words is [{ Value: "echo" or "printf" }, ..])
                continue;
            for (var i = 1; i < command.Words.Length; i++)
            {
                if (Parse(command.Words[i]) is not { } parts)
                    continue;
                var isWhole = parts.TagKind != ImageTagKind.None || !parts.Digest.IsEmpty;
                if (isWhole || IsPulled(command, i))
                    yield return Create(document, tree, command, new ConfigValue(command.Words[i].Text, command.Words[0].Value + ".image"), parts, IsBuilt(command, i));
            }
        }
    }

    private static ImageName? Parse(ShellWord word)
    {
        var text = word.Value;
        var at = text.IndexOf(OpenMetadataImages.Organization, StringComparison.Ordinal);
        if (at < 0)
            return null;
        // `--image=openmetadata/server:1.5.0`
        var start = text.LastIndexOf('=', at) + 1;
        return ImageName.Parse(text) ?? (start > 0 ? ImageName.Parse(text, TextSpan.FromBounds(start, text.Length)) : null);
    }

    private static bool IsPulled(ShellCommand command, int index) =>
        Engines.Contains(command.Words[0].Value)
        && command.Words.Take(index).Any(word => word.Value is "pull" or "run" or "create")
        && !OtherArguments.Contains(command.Words[index - 1].Value);

    private static bool IsBuilt(ShellCommand command, int index) =>
        Engines.Contains(command.Words[0].Value)
        && command.Words.Take(index).FirstOrDefault(word => Results.Contains(word.Value) || word.Value is "pull" or "run" or "create") is { } verb
        && Results.Contains(verb.Value);

    private static ImageReference Create(ConfigDocument document, ShellTree tree, ShellCommand command, ConfigValue value, ImageName parts, bool isBuilt) =>
        parts.TagVariable is { } variable && ScriptVariables.Find(document, tree, command, variable) is { } place
            ? ImageReferences.Create(document, value, parts, new ImageTag(ImageTagKind.Text, place, variable), isBuilt)
            : ImageReferences.Create(document, value, parts, isBuilt: isBuilt);
}
