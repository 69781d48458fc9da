using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Rules.Packages;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>
/// The release by which a command is judged: that of the image that runs it or of the package that its script installs, or the one that was asked for where that
/// is newer; the newest known where nothing tells.
/// </summary>
internal static class CommandRelease
{
    /// <summary>The release for <paramref name="invocation"/>.</summary>
    public static ReleaseVersion Of(CommandInvocation invocation, DocumentAnalysisContext context)
    {
        var asked = context.Releases.AskedTarget is null ? (ReleaseVersion?)null : context.Releases.Target;
        var own = Written(invocation, context);
        return own is { } written && !(written < asked) ? written : asked ?? context.Releases.Target;
    }

    private static ReleaseVersion? Written(CommandInvocation invocation, DocumentAnalysisContext context)
    {
        foreach (var word in invocation.AllWords)
        {
            if (OfImage(word.Value) is { } image)
                return image;
        }

        if (OfContainer(invocation) is { } container)
            return container;
        foreach (var pin in context.Document.Models.OfType<PackagePin>())
        {
            if (pin.Name == OpenMetadataPackage.Ingestion && PackageStandings.HeldRelease(pin) is { } held)
                return held;
        }

        return null;
    }

    /// <summary>The release of the service or container whose command it is.</summary>
    private static ReleaseVersion? OfContainer(CommandInvocation invocation)
    {
        var owner = invocation.Shell is null ? invocation.AllWords[0].Text.Owner : invocation.Document.File.Embedding?.Text.Parts[0].Text.Owner;
        for (var node = owner as YamlNode; node is not null; node = node.Parent)
        {
            if (node is YamlMapping mapping && mapping.Find("image")?.Value.Resolved is YamlScalar image)
                return OfImage(image.Value);
        }

        return null;
    }

    private static ReleaseVersion? OfImage(string text) =>
        ImageName.Parse(text) is { TagKind: ImageTagKind.Text } image
        && ReleaseVersion.TryParse(text.Substring(image.Tag.Start, image.Tag.Length), out var version)
            ? version
            : null;
}
