using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Dotenv;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Requirements;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Lists the values of a document, for rules to which its format makes no difference.</summary>
public static class DocumentValues
{
    /// <summary>The values of <paramref name="document"/> that contain <paramref name="marker"/>, in the order of the text; keys are none.</summary>
    public static IEnumerable<ConfigValue> Containing(ConfigDocument document, string marker) => document.Tree switch
    {
        YamlTree tree => OfYaml(tree, tree.Documents[document.Index], marker),
        TomlTree tree => OfToml(tree, marker),
        RequirementsTree tree => OfTokens(tree, marker),
        IniTree tree => OfIni(tree, marker),
        DockerfileTree tree => OfDockerfile(tree, marker),
        PythonTree tree => OfPython(tree, marker),
        DotenvTree tree => tree.Entries
            .Where(entry => entry.Value.Value.Contains(marker, StringComparison.Ordinal))
            .Select(entry => new ConfigValue(entry.Value.Text, entry.Name.Value)),
        MakefileTree tree => tree.Variables
            .Where(variable => variable.Value.Value.Contains(marker, StringComparison.Ordinal))
            .Select(variable => new ConfigValue(variable.Value.Text, variable.Name.Value)),
        HclTree tree => tree.Root.DescendantsAndSelf()
            .Where(node => node is { Kind: HclNodeKind.String, Token: not null } && node.Token.Value.Contains(marker, StringComparison.Ordinal))
            .Select(node => new ConfigValue(node.Token!.Text, node.Path.Replace(" > ", ".", StringComparison.Ordinal))),
        _ => [],
    };

    private static IEnumerable<ConfigValue> OfToml(TomlTree tree, string marker)
    {
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            if (node.Token is { } token && token.Value.Contains(marker, StringComparison.Ordinal))
                yield return new ConfigValue(token.Text, node.Path);
        }
    }

    private static IEnumerable<ConfigValue> OfIni(IniTree tree, string marker)
    {
        foreach (var entry in tree.Entries)
        {
            foreach (var value in entry.Values)
            {
                if (value.Value.Contains(marker, StringComparison.Ordinal))
                    yield return new ConfigValue(value.Text, entry.Section is { } section ? $"{section.Name}.{entry.Key}" : entry.Key);
            }
        }
    }

    private static IEnumerable<ConfigValue> OfTokens(TokenTree tree, string marker)
    {
        foreach (var token in tree.Tokens)
        {
            if (token.Kind == SyntaxTokenKind.Text && token.Value.Contains(marker, StringComparison.Ordinal))
                yield return new ConfigValue(token.Text, token.Value);
        }
    }

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

    /// <summary>The strings that are written in one piece; those that are filled in when the program runs, and documentation, are none.</summary>
    private static IEnumerable<ConfigValue> OfPython(PythonTree tree, string marker)
    {
        HashSet<TextSpan>? statements = null;
        foreach (var text in tree.Strings)
        {
            if (text is { Operation: null, IsBytes: false, Holes.IsEmpty: true }
                && text.Text.Text.Contains(marker, StringComparison.Ordinal)
                && text.Text.Parts is [{ Start: 0, TextStart: 0 } part]
                && part.Length == text.Text.Text.Length && part.Length == part.Text.Value.Length
                && !(statements ??= [.. tree.Statements]).Contains(text.Span))
            {
                yield return new ConfigValue(part.Text, PythonPath.Of(tree, text));
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
