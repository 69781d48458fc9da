using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Dotenv;

namespace OmConfigLint.Rules.Images;

/// <summary>The tag that counts for an image, and where it is written.</summary>
/// <param name="Text">The tag; null where none is written, or it is not known.</param>
/// <param name="Place">Where it is written: in the reference, in a variable's default, in another file.</param>
internal readonly record struct ResolvedTag(string? Text, VersionPlace? Place)
{
    private static readonly object EnvironmentFiles = new();

    /// <summary>The tag of <paramref name="reference"/>, its variables followed.</summary>
    public static ResolvedTag Of(ImageReference reference, DocumentAnalysisContext context)
    {
        var place = reference.Tag.Place;
        if (reference.Tag.Variable is { } variable && Lookup(variable, place is not null, context) is { } written)
            place = ImageName.IsTag(written.Value) ? written : null;
        // The default of a whole image does not count where the variable is set; the image is then found where that is.
        else if (reference.Parts.Variable is { } image && Lookup(image, hasDefault: true, context) is not null)
            place = null;
        return new ResolvedTag(place?.Value, place);
    }

    private static VersionPlace? Lookup(string variable, bool hasDefault, DocumentAnalysisContext context) => ComposeEnvironment.IsCompose(context.Document)
        ? ComposeEnvironment.Find(
            context.Document,
            variable,
            hasDefault,
            context.Files,
            context.Share(EnvironmentFiles, () => new Dictionary<string, (SourceFile File, DotenvTree Tree)?>(StringComparer.Ordinal)))
        : null;
}
