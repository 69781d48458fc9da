using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>A version of something of OpenMetadata's is written somewhere in the tree.</summary>
/// <param name="Path">The file.</param>
/// <param name="Role">What part of a deployment it belongs to.</param>
/// <param name="Name">What it is a version of, as in <c>openmetadata/server</c>.</param>
/// <param name="Text">The version as it is written; empty where only a variable is.</param>
/// <param name="Version">The release that the text names; null where it is no plain number.</param>
/// <param name="Variable">The variable that stands for the version; null where there is none. <c>.env</c> files are not looked at here.</param>
/// <param name="Group">What belongs together: the file's directory, as users see it.</param>
/// <param name="Span">Where the version is written in the outermost file, in UTF-16 offsets; for a variable the whole reference.</param>
/// <param name="Lines">The same as 0-based line positions.</param>
internal sealed record VersionFact(
    string Path,
    VersionRole Role,
    string Name,
    string Text,
    ReleaseVersion? Version,
    string? Variable,
    string Group,
    TextSpan Span,
    LinePositionSpan Lines) : WorkspaceFact(AnyKey, Path)
{
    /// <summary>The key of all of them.</summary>
    public const string AnyKey = "version";

    /// <summary>The facts of <paramref name="document"/>: every reference that has a version or a variable for it.</summary>
    public static IEnumerable<VersionFact> Of(ConfigDocument document)
    {
        foreach (var model in document.Models)
        {
            if (model is IVersionedReference reference && (reference.Version is not null || reference.VersionVariable is not null))
                yield return Create(reference);
        }
    }

    /// <summary>A pointer to it.</summary>
    public RelatedLocation Locate(string message) => new(Path, Span, Lines, message);

    private static VersionFact Create(IVersionedReference reference)
    {
        var file = reference.Document.File;
        // A variable's value may stand in the file around the script that uses it.
        var (outermost, span) = reference.Version is { } place
            ? (place.File.Outermost, place.File.ToOutermost(place.SourceSpan))
            : (file.Outermost, file.ToOutermost(reference.Span));
        var text = reference.Version?.Value ?? "";
        return new VersionFact(
            outermost.Path,
            reference.Role,
            reference.Name,
            text,
            ReleaseVersion.TryParse(text, out var version) ? version : null,
            reference.VersionVariable,
            GroupOf(outermost.Path),
            span,
            outermost.Lines.PositionsOf(span));
    }

    /// <summary>What the file at <paramref name="path"/> belongs to: its directory.</summary>
    public static string GroupOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";
}
