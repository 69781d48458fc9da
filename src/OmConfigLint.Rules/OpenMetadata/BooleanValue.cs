using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Reads a <see cref="Truth"/>.</summary>
internal static class BooleanValue
{
    /// <summary>
    /// Reads <paramref name="node"/>. PyYAML turns <c>yes</c>, <c>on</c> and <c>True</c> into booleans; OpenMetadata's models (pydantic,
    /// lax mode) take the same words, <c>t</c>, <c>y</c> and <c>1</c> as strings and numbers as well, so quotes make no difference.
    /// </summary>
    public static Truth Read(YamlNode node)
    {
        if (node.Resolved is not YamlScalar scalar)
            return Truth.Unknown;
        return scalar.Value.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "ON" or "T" or "Y" or "1" => Truth.True,
            "FALSE" or "NO" or "OFF" or "F" or "N" or "0" => Truth.False,
            _ => Truth.Unknown,
        };
    }

    /// <summary>Reads a value of a rule page's data.</summary>
    public static Truth Read(string text) => text switch
    {
        "true" => Truth.True,
        "false" => Truth.False,
        _ => Truth.Unknown,
    };
}
