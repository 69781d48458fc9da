using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>
/// Finds the scripts of a shell that stand in other documents: <c>run</c> of a GitHub workflow, <c>script</c> of GitLab CI, <c>command</c> of a
/// container, <c>RUN</c> of a Dockerfile, the recipes of a makefile, <c>sh -c "…"</c> in any of them.
/// </summary>
internal static class EmbeddedScripts
{
    private static readonly string[] ScriptKeys =
        ["run", "script", "before_script", "after_script", "bash", "cmd", "bash_command", "inlineScript", "command", "entrypoint", "sh", "shell"];

    private static readonly string[] ListKeys = ["script", "before_script", "after_script", "cmds", "commands", "run", "cmd"];

    /// <summary>The scripts in <paramref name="document"/>: those that may hold a command of OpenMetadata's; all where one is a step of an upgrade.</summary>
    public static IEnumerable<EmbeddedDocument> In(ConfigDocument document)
    {
        var text = document.Tree.Text;
        if (!CommandMarkers.AreIn(text))
            return [];
        var takesAll = CommandMarkers.OfUpgradeAreIn(document.File.Outermost.Text);
        var scripts = document.Tree switch
        {
            YamlTree tree => InYaml(tree, document.Yaml!),
            MakefileTree tree => tree.Rules.Where(rule => !rule.Recipe.IsEmpty).Select(rule => ScriptText.Of([.. rule.Recipe.Select(line => line.Text)], isRecipe: true)),
            DockerfileTree tree => InDockerfile(tree),
            ShellTree tree => InShell(tree),
            _ => [],
        };
        return scripts
            .Where(script => takesAll || CommandMarkers.AreIn(script.Text))
            .Select(script => new EmbeddedDocument(script, FileFormat.Shell));
    }

    /// <summary>True where <paramref name="scalar"/> is a script that is read as a document of its own.</summary>
    public static bool IsRead(YamlScalar scalar) => IsScript(scalar) && CommandMarkers.AreIn(scalar.Value);

    /// <summary>True where <paramref name="owner"/>, a token of <paramref name="tree"/>, is a script that is read as a document of its own.</summary>
    public static bool IsRead(DockerfileTree tree, object owner) =>
        tree.Instructions.Any(instruction => ScriptOf(instruction) is { } script && script.Owner == owner && CommandMarkers.AreIn(script.Value));

    private static bool IsScript(YamlScalar scalar)
    {
        if (scalar.Entry is { KeyText: { } key } entry)
        {
            return entry.Value == scalar
                && (ScriptKeys.Contains(key) || FileFormats.Of(key) == FileFormat.Shell || (key == "source" && entry.Mapping.Entry is { KeyText: "script" }))
                && !IsForOtherProgram(entry);
        }

        return scalar.Parent is YamlSequence { Entry.KeyText: { } list } && (ListKeys.Contains(list) || ExecCommand.Around(scalar)?.Script == scalar);
    }

    /// <summary>True for <c>run</c> beside <c>shell: python</c>.</summary>
    private static bool IsForOtherProgram(YamlEntry entry) =>
        entry.KeyText != "shell" && entry.Mapping.Find("shell")?.Value is YamlScalar { Value: var shell }
        && !(shell.StartsWith("bash", StringComparison.Ordinal) || shell.StartsWith("sh", StringComparison.Ordinal) || shell.Contains("/bash", StringComparison.Ordinal) || shell.Contains("/sh", StringComparison.Ordinal));

    private static IEnumerable<EmbeddedText> InYaml(YamlTree tree, YamlDocument document)
    {
        foreach (var node in document.Root.DescendantsAndSelf())
        {
            // The items of such a list run in one shell.
            if (node is YamlSequence { Entry.KeyText: { } key } list && ListKeys.Contains(key))
            {
                if (list.Items.OfType<YamlScalar>().Select(tree.TextOf).ToList() is { Count: > 0 } lines)
                    yield return ScriptText.Of(lines);
            }
            else if (node is YamlScalar scalar && !IsListed(scalar) && IsScript(scalar))
            {
                yield return ScriptText.Of([tree.TextOf(scalar)]);
            }
        }
    }

    private static bool IsListed(YamlScalar scalar) => scalar.Parent is YamlSequence { Entry.KeyText: { } key } && ListKeys.Contains(key);

    private static IEnumerable<EmbeddedText> InDockerfile(DockerfileTree tree)
    {
        foreach (var instruction in tree.Instructions)
        {
            if (ScriptOf(instruction) is { } script)
                yield return ScriptText.Of([script]);
        }
    }

    private static MappedText? ScriptOf(DockerfileInstruction instruction)
    {
        if (instruction.Command is { } command)
            return command.Text;
        return instruction.IsExecForm && ShellScripts.IndexIn(instruction.Words.Length, i => instruction.Words[i].Value) is >= 0 and var index
            ? instruction.Words[index].Text
            : null;
    }

    private static IEnumerable<EmbeddedText> InShell(ShellTree tree)
    {
        foreach (var command in tree.Commands)
        {
            if (ShellScripts.Of(command) is { } script)
                yield return ScriptText.Of([script]);
            if (command.HereDocuments.IsEmpty || !ShellScripts.ReadsInput(command))
                continue;
            foreach (var input in command.HereDocuments)
                yield return ScriptText.Of([input.Body.Text]);
        }
    }
}
