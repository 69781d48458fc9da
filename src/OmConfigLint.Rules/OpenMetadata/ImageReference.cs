using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>An image of OpenMetadata's that a document names, in one value or with its tag in another one.</summary>
internal sealed class ImageReference : IVersionedReference
{
    /// <summary>Creates a reference.</summary>
    public ImageReference(ConfigDocument document, ConfigValue value, ImageName parts, ImageTag tag)
    {
        Document = document;
        Text = value.Text;
        Path = value.Path;
        Parts = parts;
        Tag = tag;
    }

    /// <inheritdoc/>
    public ConfigDocument Document { get; }

    /// <summary>The value with the image's name.</summary>
    public MappedText Text { get; }

    /// <summary>The place of that value by names.</summary>
    public string Path { get; }

    /// <summary>That value taken apart.</summary>
    public ImageName Parts { get; }

    /// <summary>The tag, wherever it is written.</summary>
    public ImageTag Tag { get; }

    /// <summary>True where the file builds the image itself, so that the tag names the result.</summary>
    public required bool IsBuilt { get; init; }

    /// <summary>True where a digest pins the image, whatever its tag says.</summary>
    public required bool HasDigest { get; init; }

    /// <summary>The registry as it is written; empty where none is.</summary>
    public required string Registry { get; init; }

    /// <summary>The image.</summary>
    public OpenMetadataImage Image => Parts.Image;

    /// <inheritdoc/>
    public VersionRole Role => Image.Role;

    /// <inheritdoc/>
    public string Name => Image.FullName;

    /// <inheritdoc/>
    public VersionPlace? Version => IsBuilt ? null : Tag.Place;

    /// <inheritdoc/>
    public string? VersionVariable => IsBuilt ? null : Tag.Variable;

    /// <inheritdoc/>
    public TextSpan Span => Text.ToSource(Parts.Span);

    /// <summary>The image's name without its organisation.</summary>
    public TextSpan NameSpan => Text.ToSource(Parts.Name);

    /// <summary>A pointer to it.</summary>
    public RelatedLocation Locate(string message) => RelatedLocation.In(Document.File, Span, message);
}
