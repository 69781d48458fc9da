using System.Globalization;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>What runs commands one after the other: a script, a target of a makefile, a job of a pipeline, a container.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Its place in the file by names: <c>jobs.deploy</c>, <c>services.execute-migrate-all</c>, the target; empty for the file itself.</param>
internal readonly record struct CommandJob(CommandJobKind Kind, string Path)
{
    private static readonly string[] PipelineKeys = ["script", "before_script", "after_script", "run", "bash", "cmds", "commands", "inlineScript"];
    private static readonly string[] PipelineRoots = ["jobs", "stages", "steps", "pipelines", "tasks", "runs"];

    /// <summary>The last name of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>What runs the script that <paramref name="document"/> is.</summary>
    public static CommandJob Of(ConfigDocument document)
    {
        var file = document.File;
        // What stands in quotes in a script runs where the script does.
        while (file.Embedding is { HostTree: ShellTree } inner)
            file = inner.Host;
        if (file.Embedding is not { } embedding)
            return new CommandJob(CommandJobKind.Script, "");
        var owner = embedding.Text.Parts[0].Text.Owner;
        return embedding.HostTree switch
        {
            YamlTree tree when owner is YamlScalar scalar => Of(tree, scalar),
            MakefileTree tree when owner is SyntaxToken token => new CommandJob(CommandJobKind.Target, TargetOf(tree, token)),
            DockerfileTree => new CommandJob(CommandJobKind.Image, ""),
            _ => new CommandJob(CommandJobKind.Script, ""),
        };
    }

    /// <summary>What runs the command that <paramref name="node"/> is, or is a word of.</summary>
    public static CommandJob Of(YamlTree tree, YamlNode node)
    {
        var path = YamlPath.Of(node);
        var root = node;
        while (root.Parent is { } parent)
            root = parent;
        // Each document of a file describes something of its own.
        var index = tree.Documents.IndexOf(tree.Documents.First(document => document.Root == root));
        var start = index == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"#{index}.");
        if (root is not YamlMapping mapping)
            return new CommandJob(CommandJobKind.Container, start + path);
        if (mapping.Find("services") is not null && path.StartsWith("services.", StringComparison.Ordinal))
            return new CommandJob(CommandJobKind.Container, FirstNames(path, 2));
        var key = KeyOf(node);
        if (mapping.Find("apiVersion") is not null && mapping.Find("kind") is not null)
        {
            return FileFormats.Of(key) == FileFormat.Shell
                ? new CommandJob(CommandJobKind.Script, start + path)
                : new CommandJob(CommandJobKind.Container, start.TrimEnd('.'));
        }

        if (path.StartsWith("jobs.", StringComparison.Ordinal))
            return new CommandJob(CommandJobKind.Pipeline, FirstNames(path, 2));
        if (path.LastIndexOf("steps[", StringComparison.Ordinal) is >= 0 and var steps)
            return new CommandJob(CommandJobKind.Pipeline, path[..steps].TrimEnd('.'));
        var isPipeline = PipelineKeys.Contains(key) || PipelineRoots.Any(name => mapping.Find(name) is not null);
        return new CommandJob(isPipeline ? CommandJobKind.Pipeline : CommandJobKind.Container, Without(path, key));
    }

    private static string FirstNames(string path, int count)
    {
        var end = -1;
        for (var i = 0; i < count; i++)
        {
            end = path.IndexOf('.', end + 1);
            if (end < 0)
                return path;
        }

        return path[..end];
    }

    private static string Without(string path, string key) =>
        path.LastIndexOf(key, StringComparison.Ordinal) is > 0 and var start ? path[..(start - 1)] : "";

    private static string KeyOf(YamlNode node)
    {
        while (node.Entry is null && node.Parent is YamlSequence parent)
            node = parent;
        return node.Entry?.KeyText ?? "";
    }

    private static string TargetOf(MakefileTree tree, SyntaxToken command)
    {
        foreach (var rule in tree.Rules)
        {
            if (rule.Recipe.Contains(command))
                return rule.Targets.IsEmpty ? "" : rule.Targets[0].Value;
        }

        return "";
    }
}
