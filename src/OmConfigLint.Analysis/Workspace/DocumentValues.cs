using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Lists the values of a document, for rules to which its format makes no difference.</summary>
public static class DocumentValues
{
    /// <summary>The values of <paramref name="document"/> that contain <paramref name="marker"/>, in the order of the text; keys are none.</summary>
    public static IEnumerable<ConfigValue> Containing(ConfigDocument document, string marker) => document.Tree switch
    {
        YamlTree tree => OfYaml(tree, tree.Documents[document.Index], marker),
        _ => [],
    };

    private static IEnumerable<ConfigValue> OfYaml(YamlTree tree, YamlDocument document, string marker)
    {
        foreach (var node in document.Root.DescendantsAndSelf())
        {
            if (node is YamlScalar scalar && scalar.Entry?.Key != scalar && scalar.Value.Contains(marker, StringComparison.Ordinal))
                yield return new ConfigValue(tree.TextOf(scalar), YamlPath.Of(scalar));
        }
    }
}
