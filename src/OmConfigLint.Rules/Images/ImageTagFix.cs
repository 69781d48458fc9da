using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>What is to become of an image's tag.</summary>
/// <param name="Title">What the fix does.</param>
/// <param name="NewTag">The new tag; null for advice only.</param>
/// <param name="Reason">Why it is not safe; null where it is.</param>
internal sealed record ImageTagFix(string Title, string? NewTag, string? Reason)
{
    /// <summary>True where the new tag fits images of every kind, as one of three numbers does.</summary>
    public bool FitsAllImages { get; init; }

    /// <summary>The fix for <paramref name="use"/>. It is advice only where the tag is not the image's own.</summary>
    public ConfigFix Build(ImageUse use)
    {
        var (reference, tag, context) = (use.Reference, use.Tag, use.Context);
        if (NewTag is null)
            return ConfigFix.Manual(Title, Reason);
        if (reference.HasDigest)
            return ConfigFix.Manual(Title, "a digest pins the image, and its content is not known");
        if (reference.Tag.Variable is { } variable && !FitsAllImages && SharesVariable(reference, variable, context))
            return ConfigFix.Manual(Title, $"`{variable}` is the tag of other images too, which have none of four numbers");

        var builder = new FixBuilder(Title);
        if (Reason is not null)
            builder.MakeUnsafe(Reason);
        if (tag.Place is { } place)
        {
            if (place.File != context.Document.File)
                builder.MakeUnsafe("the variable may be used elsewhere");
            place.Replace(builder, NewTag);
        }
        else if (reference.Tag.Kind == ImageTagKind.None)
        {
            builder.Edit(context.Document.File, context.Document.Tree).ReplaceText(reference.Text, new TextSpan(reference.Parts.Name.End, 0), ":" + NewTag);
        }
        else
        {
            return ConfigFix.Manual(Title, "the tag is written nowhere that omlint sees");
        }

        return builder.Build();
    }

    private static bool SharesVariable(ImageReference reference, string variable, DocumentAnalysisContext context) =>
        context.Siblings.Append(context.Document)
            .SelectMany(document => document.Models.OfType<ImageReference>())
            .Any(other => other != reference && other.Tag.Variable == variable && !other.Image.HasPackageTags);
}
