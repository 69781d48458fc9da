using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dockerfiles;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds images in a Dockerfile: what stages are built on and copy from, and defaults of <c>ARG</c>s that are images.</summary>
internal static class DockerfileImages
{
    private const string FromFlag = "--from=";

    /// <summary>The images that <paramref name="tree"/> names, in the order of its text.</summary>
    public static IEnumerable<ImageReference> In(ConfigDocument document, DockerfileTree tree)
    {
        var stage = 0;
        foreach (var instruction in tree.Instructions)
        {
            if (instruction is { Keyword: "FROM", IsOnBuild: false, Words: [var image, ..] })
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"FROM[{stage++}]");
                if (Parse(image.Text, 0) is { } parts)
                    yield return Create(document, tree, new ConfigValue(image.Text, path), parts);
            }

            foreach (var flag in instruction.Flags)
            {
                if (flag.Value.StartsWith(FromFlag, StringComparison.Ordinal) && Parse(flag.Text, FromFlag.Length) is { } parts)
                    yield return Create(document, tree, new ConfigValue(flag.Text, $"{instruction.Keyword}.from"), parts);
            }

            // An image without a tag may get one where the variable is used.
            foreach (var assignment in instruction.Assignments)
            {
                if (assignment.Value is { } value && Parse(value.Text, 0) is { } parts && (parts.TagKind != ImageTagKind.None || !parts.Digest.IsEmpty))
                    yield return Create(document, tree, new ConfigValue(value.Text, $"{instruction.Keyword}.{assignment.Name.Value}"), parts);
            }
        }
    }

    private static ImageName? Parse(MappedText text, int start) => text.Value.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal)
        ? ImageName.Parse(text.Value, TextSpan.FromBounds(start, text.Value.Length))
        : null;

    private static ImageReference Create(ConfigDocument document, DockerfileTree tree, ConfigValue value, ImageName parts) =>
        parts.TagVariable is { } variable && DefaultOf(document, tree, variable) is { } place
            ? ImageReferences.Create(document, value, parts, new ImageTag(ImageTagKind.Text, place, variable))
            : ImageReferences.Create(document, value, parts);

    private static VersionPlace? DefaultOf(ConfigDocument document, DockerfileTree tree, string name)
    {
        VersionPlace? found = null;
        // Those before the first FROM hold for all of them, and the last one counts.
        foreach (var instruction in tree.Instructions.TakeWhile(instruction => instruction.Keyword != "FROM"))
        {
            foreach (var assignment in instruction.Keyword == "ARG" ? instruction.Assignments : [])
            {
                if (assignment.Name.Value == name)
                {
                    found = assignment.Value is { } text && ImageName.IsTag(text.Value)
                        ? new VersionPlace(document.File, tree, text.Text, new TextSpan(0, text.Value.Length))
                        : null;
                }
            }
        }

        return found;
    }
}
