using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>Puts another image in the place of one.</summary>
internal static class ImageNameFix
{
    /// <summary>The fix.</summary>
    /// <param name="reference">The image.</param>
    /// <param name="name">The new name without its organisation.</param>
    /// <param name="context">Where it is analysed.</param>
    /// <param name="reason">Why it is not safe; null where it is.</param>
    public static ConfigFix To(ImageReference reference, string name, DocumentAnalysisContext context, string? reason)
    {
        var title = $"takes `{OpenMetadataImages.Organization}{name}`";
        if (reference.HasDigest)
            return ConfigFix.Manual(title, "a digest pins the image, and that of the other is not known");
        var builder = new FixBuilder(title);
        if (reason is not null)
            builder.MakeUnsafe(reason);
        builder.Edit(context.Document.File, context.Document.Tree).ReplaceText(reference.Text, reference.Parts.Name, name);
        return builder.Build();
    }
}
