using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Compose;

/// <summary>A service of a compose file.</summary>
internal sealed class ComposeService
{
    /// <summary>Creates a service.</summary>
    /// <param name="entry">Its entry under <c>services</c>.</param>
    /// <param name="mapping">What it says.</param>
    public ComposeService(YamlEntry entry, YamlMapping mapping)
    {
        Entry = entry;
        Mapping = mapping;
        Name = entry.KeyText ?? "";
    }

    /// <summary>Its entry under <c>services</c>.</summary>
    public YamlEntry Entry { get; }

    /// <summary>What it says; what merge keys bring in is found by <see cref="Find"/>.</summary>
    public YamlMapping Mapping { get; }

    /// <summary>Its name, by which the other services reach it.</summary>
    public string Name { get; }

    /// <summary>The image as written; null where it is built or not written here.</summary>
    public YamlScalar? Image => Find("image")?.Value.Resolved as YamlScalar;

    /// <summary>The image's name without registry host's port, tag and digest, as in <c>docker.getcollate.io/openmetadata/db</c>; empty where there is none.</summary>
    public string ImageName
    {
        get
        {
            var image = Image?.Value ?? "";
            if (image.IndexOf('@') is >= 0 and var digest)
                image = image[..digest];
            var colon = image.IndexOf(':', image.LastIndexOf('/') + 1);
            return colon < 0 ? image : image[..colon];
        }
    }

    /// <summary>The entry of <paramref name="key"/>, merge keys followed.</summary>
    public YamlEntry? Find(string key) => MergedMapping.Find(Mapping, key)?.Entry;

    /// <summary>True where the image is OpenMetadata's of that name, from any registry or mirror.</summary>
    public bool HasOpenMetadataImage(string name) =>
        ImageName.EndsWith("openmetadata/" + name, StringComparison.Ordinal)
        && (ImageName.Length == "openmetadata/".Length + name.Length || ImageName[^("openmetadata/".Length + name.Length + 1)] == '/');

    /// <summary>The value of an environment variable; of <c>${NAME:-default}</c> the default. Null where it is not set or cannot be told.</summary>
    public string? Environment(string name)
    {
        switch (Find("environment")?.Value.Resolved)
        {
            case YamlMapping mapping:
                return MergedMapping.Find(mapping, name)?.Entry.Value.Resolved is YamlScalar value ? Interpolate(value.Value) : null;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (item.Resolved is YamlScalar { Value: var text } && text.Length > name.Length && text[name.Length] == '='
                        && text.StartsWith(name, StringComparison.Ordinal))
                    {
                        return Interpolate(text[(name.Length + 1)..]);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>True where another service reaches this one by <paramref name="host"/>.</summary>
    public bool IsReachedBy(string host) =>
        Name == host || TextOf("container_name") == host || TextOf("hostname") == host;

    /// <summary>True where it is started after <paramref name="other"/>.</summary>
    public bool DependsOn(ComposeService other) => Find("depends_on")?.Value.Resolved switch
    {
        YamlMapping mapping => mapping.Find(other.Name) is not null,
        YamlSequence sequence => sequence.Items.Any(item => item.Resolved is YamlScalar scalar && scalar.Value == other.Name),
        _ => false,
    };

    private string? TextOf(string key) => Find(key)?.Value.Resolved is YamlScalar scalar ? Interpolate(scalar.Value) : null;

    private static string? Interpolate(string text)
    {
        var start = text.IndexOf('$');
        if (start < 0)
            return text;
        if (start > 0 || text is not ['$', '{', .., '}'] || text.IndexOf('}') != text.Length - 1)
            return null;
        var dash = text.IndexOf('-');
        return dash < 0 ? null : text[(dash + 1)..^1];
    }
}
