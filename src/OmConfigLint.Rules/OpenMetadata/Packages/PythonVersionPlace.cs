using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>Where a document says which Python the packages of OpenMetadata in it are installed for.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Range">The versions.</param>
/// <param name="Path">Its place in the document by names.</param>
internal sealed record PythonVersionPlace(PackagePart Part, PythonVersionRange Range, string Path)
{
    /// <summary>The file around the script that installs them, where it stands there; null where it stands in the document.</summary>
    public SourceFile? Host { get; init; }

    /// <summary>A place with clauses, as in <c>requires-python</c>; null where they cannot be read.</summary>
    public static PythonVersionPlace? OfClauses(PackagePart part, string path, bool isPoetry = false)
    {
        var isRead = isPoetry ? PythonVersionSpecifiers.TryParsePoetry(part.Value, out var specifiers) : PythonVersionSpecifiers.TryParse(part.Value, out specifiers);
        return isRead && PythonVersionRange.Of(specifiers!) is { IsEmpty: false } range ? new PythonVersionPlace(part, range, path) : null;
    }

    /// <summary>A place with one version, <c>3.9</c> or <c>3.9.18</c>; null where it is none.</summary>
    public static PythonVersionPlace? OfVersion(PackagePart part, string path) =>
        Pep440Version.TryParse(part.Value, out var version) && version.Release.Length is 2 or 3
        && PythonVersionSpecifiers.TryParse($"=={part.Value.Trim()}.*", out var specifiers) && PythonVersionRange.Of(specifiers) is { } range
            ? new PythonVersionPlace(part, range, path)
            : null;
}
