using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image that is newer than the releases that are known, told once in a tree (kind <c>unknown-release</c>).</summary>
internal sealed class UnknownReleaseAnalyzer(Rule rule, ReleaseCatalogs catalogs) : ImageAnalyzer(rule, catalogs, ImageProblem.Unknown)
{
    private readonly ReleaseCatalogs _catalogs = catalogs;

    protected override Finding? Check(ImageUse use)
    {
        var newest = use.Catalog.Newest;
        var file = use.Context.Document.File;
        var place = file.ToOutermost(use.Tag.Place!.SourceSpan);
        var isFirst = !use.Context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>()
            .Any(fact => !use.Context.Files.Index.IsContext(fact) && !(fact.Version is { } told && _catalogs.IsAdded(told)) && fact.Role != VersionRole.Package && fact.Version is { } version && ImageDiagnosis.IsNewer(version, newest) && IsBefore(fact));
        return isFirst
            ? new Finding(
                Rule,
                file,
                use.Reference.Span,
                $"{use.Tag.Text} is newer than the releases that omlint knows, up to {newest}",
                "not checked",
                nodePath: use.Reference.Path)
            : null;

        bool IsBefore(VersionFact fact) => (string.CompareOrdinal(fact.Path, file.Path), fact.Span.Start.CompareTo(place.Start)) is ( < 0, _) or (0, < 0);
    }
}
