using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the images that Python code puts together: <c>f"openmetadata/ingestion:{VERSION}"</c> with the variable a constant.</summary>
internal static class PythonImages
{
    /// <summary>The images of <paramref name="tree"/> whose tag is a variable.</summary>
    public static IEnumerable<ImageReference> In(ConfigDocument document, PythonTree tree)
    {
        foreach (var text in tree.Strings)
        {
            if (text is not { Operation: null, IsBytes: false, Literals: [var literal], Holes: [{ Field.Value: PythonName name } hole] }
                || hole.Span.End != text.Text.Text.Length
                || !text.ToString().Contains(OpenMetadataImages.Organization, StringComparison.Ordinal))
            {
                continue;
            }

            // As other formats write a variable. It is read as a whole, and never edited.
            var value = new MappedTextBuilder(literal, tree.Text);
            value.Append(literal.Span.Start, literal.Span.Length, $"{text.Text.Text[..hole.Span.Start]}${{{name.Text.Replace('.', '_')}}}");
            var mapped = value.Build(literal.Span, TextEscaping.Inert);
            if (ImageName.Parse(mapped.Value) is not { TagKind: ImageTagKind.Variable } parts)
                continue;
            var tag = DefaultOf(document, tree, name) is { } place
                ? new ImageTag(ImageTagKind.Text, place, name.Text)
                : new ImageTag(parts.TagKind, Place: null, parts.TagVariable);
            yield return ImageReferences.Create(document, new ConfigValue(mapped, PythonPath.Of(tree, text)), parts, tag);
        }
    }

    private static VersionPlace? DefaultOf(ConfigDocument document, PythonTree tree, PythonName name) =>
        tree.Resolve(name) is { Operator: "=", Value: PythonString { Operation: null, IsBytes: false, Holes.IsEmpty: true } text }
        && text.Text.Parts is [{ Start: 0, TextStart: 0 } part] && part.Length == part.Text.Value.Length && ImageName.IsTag(part.Text.Value)
            ? new VersionPlace(document.File, tree, part.Text, new TextSpan(0, part.Length))
            : null;
}
