using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Images;

/// <summary>An image that is newer than the releases that are known, told once in a tree (kind <c>unknown-release</c>).</summary>
internal sealed class UnknownReleaseAnalyzer(Rule rule) : ImageAnalyzer(rule, ImageProblem.Unknown)
{
    protected override Finding? Check(ImageReference reference, ResolvedTag tag, DocumentAnalysisContext context)
    {
        var newest = OpenMetadataReleases.Newest;
        var file = context.Document.File;
        var place = file.ToOutermost(tag.Place!.SourceSpan);
        var isFirst = !context.Files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>()
            .Any(fact => fact.Role != VersionRole.Package && fact.Version is { } version && ImageDiagnosis.IsNewer(version, newest) && IsBefore(fact));
        return isFirst
            ? new Finding(
                Rule,
                file,
                reference.Span,
                $"{tag.Text} is newer than the releases that omlint knows, up to {newest}",
                "not checked",
                nodePath: reference.Path)
            : null;

        bool IsBefore(VersionFact fact) => (string.CompareOrdinal(fact.Path, file.Path), fact.Span.Start.CompareTo(place.Start)) is ( < 0, _) or (0, < 0);
    }
}
