using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Databases;

/// <summary>Tells resources of a CloudFormation template apart, of which each speaks for itself.</summary>
internal static class CloudFormationResource
{
    /// <summary>True where the resource around <paramref name="node"/> names OpenMetadata, or one that does refers to it; null where there is no resource.</summary>
    public static bool? IsOfOpenMetadata(YamlTree tree, YamlNode node)
    {
        if (Around(node) is not { } resource)
            return null;
        return Names(resource) || resource.Mapping.Entries.Any(other =>
            other != resource && Names(other) && resource.KeyText is { } id && TextOf(other).Contains(id, StringComparison.Ordinal));

        ReadOnlySpan<char> TextOf(YamlEntry entry) => tree.Text.AsSpan(entry.Span.Start, entry.Span.Length);
        bool Names(YamlEntry entry) => OpenMetadataName.IsIn(TextOf(entry));
    }

    /// <summary>The databases in <paramref name="root"/>, a template: what each resource of AWS's RDS says of itself.</summary>
    public static IEnumerable<YamlMapping> DatabasesIn(YamlMapping root)
    {
        if (root.Find("Resources")?.Value is not YamlMapping resources)
            yield break;
        foreach (var entry in resources.Entries)
        {
            if (entry.Value is YamlMapping resource && resource.Find("Type")?.Value is YamlScalar { Value: "AWS::RDS::DBInstance" or "AWS::RDS::DBCluster" }
                && resource.Find("Properties")?.Value is YamlMapping properties)
            {
                yield return properties;
            }
        }
    }

    /// <summary>The resource around <paramref name="node"/>, an entry of <c>Resources</c> with a <c>Type</c> of AWS; null elsewhere.</summary>
    private static YamlEntry? Around(YamlNode node)
    {
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            if (current.Entry is { } entry && entry.Mapping.Entry is { KeyText: "Resources" } && entry.Value is YamlMapping resource
                && resource.Find("Type")?.Value is YamlScalar type && type.Value.StartsWith("AWS::", StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
