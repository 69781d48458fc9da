using System.Collections.Immutable;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>A command whose words are items of lists: <c>entrypoint</c> and <c>command</c> of Compose, <c>command</c> and <c>args</c> of a container.</summary>
/// <param name="Words">The words in order.</param>
internal sealed record ExecCommand(ImmutableArray<YamlScalar> Words)
{
    private static readonly string[] Keys = ["entrypoint", "command", "args"];

    /// <summary>The words as those of any command.</summary>
    public ImmutableArray<CommandWord> ToWords(YamlTree tree) => [.. Words.Select(word => new CommandWord(tree.TextOf(word), []))];

    /// <summary>The item that a shell reads as a script, as in <c>["sh", "-c", "…"]</c>; null where there is none.</summary>
    public YamlScalar? Script => ShellScripts.IndexIn(Words.Length, i => Words[i].Value) is >= 0 and var index ? Words[index] : null;

    /// <summary>The command of <paramref name="mapping"/>; null where it has none in lists.</summary>
    public static ExecCommand? Of(YamlMapping mapping)
    {
        var words = ImmutableArray.CreateBuilder<YamlScalar>();
        foreach (var key in Keys)
        {
            if (mapping.Find(key)?.Value.Resolved is not YamlSequence list)
                continue;
            foreach (var item in list.Items)
            {
                if (item.Resolved is not YamlScalar scalar)
                    return null;
                words.Add(scalar);
            }
        }

        return words.Count == 0 ? null : new ExecCommand(words.DrainToImmutable());
    }

    /// <summary>The command that <paramref name="item"/>, an item of such a list, is a word of; null where it is in another list.</summary>
    public static ExecCommand? Around(YamlScalar item) =>
        item.Parent is YamlSequence { Entry: { KeyText: { } key } entry } && Keys.Contains(key) ? Of(entry.Mapping) : null;
}
