using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>Commands that run one after the other.</summary>
/// <param name="Document">The document in which they stand.</param>
/// <param name="Job">What runs them.</param>
/// <param name="Commands">The commands in order.</param>
internal sealed record CommandScript(ConfigDocument Document, CommandJob Job, ImmutableArray<CommandInvocation> Commands)
{
    /// <summary>The scripts of <paramref name="document"/>: one where it is a script, else one for each command that is a list.</summary>
    public static IEnumerable<CommandScript> In(ConfigDocument document)
    {
        if (!CommandMarkers.AreIn(document.File.Outermost.Text))
            return [];
        return document.Tree switch
        {
            ShellTree tree => [Of(document, tree)],
            YamlTree tree => InLists(document, tree),
            DockerfileTree tree => InDockerfile(document, tree),
            PythonTree tree => PythonScripts.InLists(document, tree),
            _ => [],
        };
    }

    private static CommandScript Of(ConfigDocument document, ShellTree tree) => new(
        document,
        CommandJob.Of(document),
        [
            .. tree.Commands
                .Where(command => !command.Words.IsEmpty)
                .Select(command => new CommandInvocation(document, [.. command.Words.Select(word => new CommandWord(word.Text, word.Variables))], command)),
        ]);

    private static IEnumerable<CommandScript> InLists(ConfigDocument document, YamlTree tree)
    {
        foreach (var node in document.Yaml!.Root.DescendantsAndSelf())
        {
            if (node is YamlMapping mapping && ExecCommand.Of(mapping) is { } command)
                yield return new CommandScript(document, CommandJob.Of(tree, command.Words[0]), [new CommandInvocation(document, command.ToWords(tree), shell: null)]);
        }
    }

    private static IEnumerable<CommandScript> InDockerfile(ConfigDocument document, DockerfileTree tree)
    {
        foreach (var instruction in tree.Instructions)
        {
            if (instruction is { IsExecForm: true, Words: [_, ..] words, Keyword: "RUN" or "CMD" or "ENTRYPOINT" })
            {
                yield return new CommandScript(
                    document,
                    new CommandJob(CommandJobKind.Image, ""),
                    [new CommandInvocation(document, [.. words.Select(word => new CommandWord(word.Text, word.Variables))], shell: null)]);
            }
        }
    }
}
