using System.Collections.Immutable;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>A command that runs a workflow: <c>metadata profile -c mysql_profiler.yaml</c>.</summary>
/// <param name="Invocation">The command.</param>
/// <param name="Command">What it is, the word behind <c>metadata</c>.</param>
/// <param name="CommandIndex">The index of that word.</param>
/// <param name="File">The file that it names, as written.</param>
internal sealed record WorkflowRun(CommandInvocation Invocation, string Command, int CommandIndex, string File)
{
    /// <summary>The last part of the file's path.</summary>
    public string FileName => File[(File.LastIndexOf('/') + 1)..];

    /// <summary>What <paramref name="invocation"/> runs; null where it runs no file that is written out.</summary>
    public static WorkflowRun? Of(CommandInvocation invocation) =>
        MetadataCommands.IndexIn(invocation) is > 0 and var index
        && invocation.ArgumentOf("-c", "--config") is { Length: > 0 } file && file.IndexOfAny(['$', '{', '*', '`']) < 0
            ? new WorkflowRun(invocation, invocation.Words[index].Value, index, file)
            : null;

    /// <summary>
    /// The paths that the file may have in the tree: beside the script, from the root on, and for one that is mounted into a container beside the
    /// script by its name alone.
    /// </summary>
    public static ImmutableArray<string> PathsOf(string script, string file)
    {
        var directory = script[..(script.LastIndexOf('/') + 1)];
        if (file.StartsWith('/') || file.StartsWith('~'))
            return [directory + file[(file.LastIndexOf('/') + 1)..]];
        return Normalize(directory + file) is { } beside
            ? Normalize(file) is { } fromRoot && fromRoot != beside ? [beside, fromRoot] : [beside]
            : [];
    }

    /// <summary>The workflow that it runs, where the tree has it as a file of its own; null where it has not, or there are several.</summary>
    public IngestionWorkflow? Open(DocumentAnalysisContext context)
    {
        foreach (var path in PathsOf(context.Document.File.Path, File))
        {
            if (FileFormats.Of(path) is not (FileFormat.Yaml or FileFormat.Json) || !context.Files.Exists(path) || context.Files.TryParse(path) is not ({ } file, { } tree))
                continue;
            if (tree is not Syntax.Yaml.YamlTree { Documents.Length: 1 })
                return null;
            return new ConfigDocument(file, tree, 0, WorkspaceModels.Bind).Find<IngestionWorkflow>();
        }

        return null;
    }

    private static string? Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
