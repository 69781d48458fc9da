using System.Diagnostics.CodeAnalysis;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Reads a file by its kind, as OpenMetadata's own loader does: <c>.json</c> through a JSON parser, everything else as YAML.</summary>
public static class ConfigSyntax
{
    /// <summary>Reads <paramref name="file"/>.</summary>
    public static bool TryParse(SourceFile file, [NotNullWhen(true)] out YamlTree? tree, [NotNullWhen(false)] out SyntaxError? error) =>
        file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? YamlTree.TryParseJson(file.Text, SyntaxLimits.Default, out tree, out error)
            : YamlTree.TryParseYaml(file.Text, SyntaxLimits.Default, out tree, out error);
}
