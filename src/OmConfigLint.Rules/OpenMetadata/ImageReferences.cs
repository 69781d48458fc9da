using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the images of OpenMetadata's in a document of any format.</summary>
internal static class ImageReferences
{
    /// <summary>The images that <paramref name="document"/> names, in the order of its text.</summary>
    public static IEnumerable<ImageReference> In(ConfigDocument document)
    {
        if (!document.Tree.Text.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal))
            return [];
        return document.Tree switch
        {
            DockerfileTree dockerfile => DockerfileImages.In(document, dockerfile),
            PythonTree python => InValues(document).Concat(PythonImages.In(document, python)),
            ShellTree shell => ShellImages.In(document, shell),
            _ => InValues(document),
        };
    }

    private static IEnumerable<ImageReference> InValues(ConfigDocument document)
    {
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

    /// <summary>The reference in <paramref name="value"/>.</summary>
    /// <param name="document">The document.</param>
    /// <param name="value">The value.</param>
    /// <param name="parts">It, taken apart.</param>
    /// <param name="tag">The tag, where it stands elsewhere; null where it is in the value.</param>
    /// <param name="isBuilt">True where the file builds the image.</param>
    public static ImageReference Create(ConfigDocument document, ConfigValue value, ImageName parts, ImageTag? tag = null, bool isBuilt = false) =>
        new(document, value, parts, tag ?? TagIn(document, value, parts))
        {
            IsBuilt = isBuilt,
            HasDigest = !parts.Digest.IsEmpty,
            Registry = value.Text.Value.Substring(parts.Registry.Start, parts.Registry.Length),
        };

    private static ImageTag TagIn(ConfigDocument document, ConfigValue value, ImageName parts) => new(
        parts.TagKind,
        parts.TagKind == ImageTagKind.Text ? new VersionPlace(document.File, document.Tree, value.Text, parts.Tag) : null,
        parts.TagVariable);

    /// <summary>
    /// True for a key whose value is an image, with or without a tag: <c>image</c>, <c>ingestionImage</c>. What is called <c>OM_IMAGE</c> may be
    /// put together with a tag elsewhere.
    /// </summary>
    public static bool IsImageKey(string key) => key is "image" or "images" || key.EndsWith("Image", StringComparison.Ordinal);
}
