using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>Recognises a requirements file in a block scalar: <c>requirements: |</c> in the values of an Airflow chart.</summary>
internal static class EmbeddedRequirements
{
    /// <summary>True where <paramref name="scalar"/> stands under a key that says so, and each of its lines is a requirement, an option or a comment.</summary>
    public static bool Are(YamlScalar scalar)
    {
        if (!OpenMetadataPackage.IsIn(scalar.Value) || !IsKey(scalar.Entry?.KeyText))
            return false;
        foreach (var line in scalar.Value.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (!text.IsEmpty && text[0] is not ('#' or '-') && !PythonRequirement.TryParse(text.ToString(), out _))
                return false;
        }

        return true;
    }

    /// <summary>The key of a value, or the name of a file in a ConfigMap.</summary>
    private static bool IsKey(string? key) =>
        WordPackages.IsRequirementName(key) || (key is not null && key.StartsWith("constraints", StringComparison.OrdinalIgnoreCase));
}
