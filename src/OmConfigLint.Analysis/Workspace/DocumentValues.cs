using System.Globalization;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Dotenv;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Lists the values of a document, for rules to which its format makes no difference.</summary>
public static class DocumentValues
{
    /// <summary>The values of <paramref name="document"/> that contain <paramref name="marker"/>, in the order of the text; keys are none.</summary>
    public static IEnumerable<ConfigValue> Containing(ConfigDocument document, string marker) => document.Tree switch
    {
        YamlTree tree => OfYaml(tree, tree.Documents[document.Index], marker),
        DockerfileTree tree => OfDockerfile(tree, marker),
        DotenvTree tree => tree.Entries
            .Where(entry => entry.Value.Value.Contains(marker, StringComparison.Ordinal))
            .Select(entry => new ConfigValue(entry.Value.Text, entry.Name.Value)),
        HclTree tree => tree.Root.DescendantsAndSelf()
            .Where(node => node is { Kind: HclNodeKind.String, Token: not null } && node.Token.Value.Contains(marker, StringComparison.Ordinal))
            .Select(node => new ConfigValue(node.Token!.Text, node.Path.Replace(" > ", ".", StringComparison.Ordinal))),
        _ => [],
    };

    private static IEnumerable<ConfigValue> OfDockerfile(DockerfileTree tree, string marker)
    {
        for (var i = 0; i < tree.Instructions.Length; i++)
        {
            var instruction = tree.Instructions[i];
            foreach (var word in instruction.Flags.Concat(instruction.Words))
            {
                if (word.Value.Contains(marker, StringComparison.Ordinal))
                    yield return new ConfigValue(word.Text, string.Create(CultureInfo.InvariantCulture, $"{instruction.Keyword}[{i}]"));
            }

            foreach (var assignment in instruction.Assignments)
            {
                if (assignment.Value?.Value.Contains(marker, StringComparison.Ordinal) == true)
                    yield return new ConfigValue(assignment.Value.Text, $"{instruction.Keyword}.{assignment.Name.Value}");
            }
        }
    }

    private static IEnumerable<ConfigValue> OfYaml(YamlTree tree, YamlDocument document, string marker)
    {
        foreach (var node in document.Root.DescendantsAndSelf())
        {
            if (node is YamlScalar scalar && scalar.Entry?.Key != scalar && scalar.Value.Contains(marker, StringComparison.Ordinal))
                yield return new ConfigValue(tree.TextOf(scalar), YamlPath.Of(scalar));
        }
    }
}
