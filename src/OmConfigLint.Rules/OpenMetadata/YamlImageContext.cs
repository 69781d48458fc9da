using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>What the keys around an image's name in YAML say of it: a tag of its own, a build, a list of things to push.</summary>
internal static class YamlImageContext
{
    private static readonly string[] NameKeys = ["repository", "newName", "name", "image", "imageName"];
    private static readonly string[] TagKeys = ["tag", "newTag", "imageTag"];

    /// <summary>The reference in <paramref name="scalar"/>; null where its place is not one of an image.</summary>
    public static ImageReference? Bind(ConfigDocument document, ConfigValue value, YamlScalar scalar, ImageName parts)
    {
        var key = KeyOf(scalar);
        // What a workflow pushes is the result of a build.
        if (key is "tags" or "cache-from" or "cache-to" or "cache_from" or "cache_to")
            return null;
        var isWhole = parts.TagKind != ImageTagKind.None || !parts.Digest.IsEmpty;
        if (!isWhole && scalar.Entry is { } entry && NameKeys.Contains(key) && BindParts(document, value, entry, parts) is { } reference)
            return reference;
        return isWhole || ImageReferences.IsImageKey(key) ? ImageReferences.Create(document, value, parts, isBuilt: IsBuilt(scalar)) : null;
    }

    /// <summary>An image whose name is one value and whose tag is another: values of a chart, <c>images</c> of a kustomization.</summary>
    private static ImageReference? BindParts(ConfigDocument document, ConfigValue value, YamlEntry entry, ImageName parts)
    {
        var mapping = entry.Mapping;
        // Where a kustomization renames an image, the new name is the one that is pulled.
        if (entry.KeyText == "name" && mapping.Find("newName") is not null)
            return null;
        var tagEntry = TagKeys.Select(mapping.Find).FirstOrDefault(found => found is not null);
        var isPart = entry.KeyText is "repository" or "newName" || tagEntry is not null || (entry.KeyText == "name" && mapping.Find("digest") is not null);
        if (!isPart)
            return null;

        return new ImageReference(document, value, parts, TagOf(document, tagEntry))
        {
            IsBuilt = false,
            HasDigest = mapping.Find("digest") is { Value: YamlScalar { Value.Length: > 0 } },
            Registry = parts.Registry.IsEmpty && mapping.Find("registry")?.Value is YamlScalar registry
                ? registry.Value
                : value.Text.Value.Substring(parts.Registry.Start, parts.Registry.Length),
        };
    }

    private static ImageTag TagOf(ConfigDocument document, YamlEntry? entry)
    {
        if (entry?.Value is not YamlScalar { Value.Length: > 0 } scalar)
            return new ImageTag(entry is null or { Value: YamlScalar } ? ImageTagKind.Chart : ImageTagKind.Expression);
        if (!document.YamlTree.IsJson && scalar.ResolvedType is YamlScalarType.Null)
            return new ImageTag(ImageTagKind.Chart);
        var text = document.YamlTree.TextOf(scalar);
        return ImageName.IsTag(text.Value)
            ? new ImageTag(ImageTagKind.Text, new VersionPlace(document.File, document.Tree, text, new TextSpan(0, text.Value.Length)))
            : new ImageTag(ImageTagKind.Expression);
    }

    /// <summary>True for the image of a Compose service that is built from a Dockerfile.</summary>
    private static bool IsBuilt(YamlScalar scalar) => scalar.Entry is { KeyText: "image" } entry && entry.Mapping.Find("build") is not null;

    private static string KeyOf(YamlScalar scalar)
    {
        YamlNode node = scalar;
        while (node.Entry is null && node.Parent is YamlSequence parent)
            node = parent;
        return node.Entry?.KeyText ?? "";
    }
}
