using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the images of OpenMetadata's in a document of any format.</summary>
internal static class ImageReferences
{
    /// <summary>The images that <paramref name="document"/> names, in the order of its text.</summary>
    public static IEnumerable<ImageReference> In(ConfigDocument document)
    {
        if (!document.Tree.Text.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal))
            yield break;
        foreach (var value in DocumentValues.Containing(document, OpenMetadataImages.Organization))
        {
            if (ImageName.Parse(value.Text.Value) is { } parts && Bind(document, value, parts) is { } reference)
                yield return reference;
        }
    }

    private static ImageReference? Bind(ConfigDocument document, ConfigValue value, ImageName parts)
    {
        if (value.Text.Owner is YamlScalar scalar)
            return YamlImageContext.Bind(document, value, scalar, parts);
        return parts.TagKind == ImageTagKind.None && parts.Digest.IsEmpty && !IsImageKey(value.Key) ? null : Create(document, value, parts);
    }

    /// <summary>A reference whose tag stands in the same value.</summary>
    public static ImageReference Create(ConfigDocument document, ConfigValue value, ImageName parts, bool isBuilt = false) => new(
        document,
        value,
        parts,
        new ImageTag(
            parts.TagKind,
            parts.TagKind == ImageTagKind.Text ? new VersionPlace(document.File, document.Tree, value.Text, parts.Tag) : null,
            parts.Variable))
    {
        IsBuilt = isBuilt,
        HasDigest = !parts.Digest.IsEmpty,
        Registry = Substring(value.Text.Value, parts.Registry),
    };

    /// <summary>True for a key whose value is an image, with or without a tag: <c>image</c>, <c>ingestionImage</c>, <c>OM_IMAGE</c>, <c>FROM</c>.</summary>
    public static bool IsImageKey(string key) =>
        key == "FROM" || key.EndsWith("image", StringComparison.OrdinalIgnoreCase) || key is "images" or "container";

    /// <summary>The text of a stretch.</summary>
    public static string Substring(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
