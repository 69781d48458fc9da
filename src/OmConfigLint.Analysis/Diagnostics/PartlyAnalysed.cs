using System.Globalization;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Says of a file, once, what of it was not analysed.</summary>
internal static class PartlyAnalysed
{
    private const int MaxReasons = 3;
    private const int MaxPlaces = 20;

    /// <summary>The note; none where everything was.</summary>
    public static IEnumerable<Finding> Find(IEnumerable<(SourceFile File, UnreadPart Part)> unread)
    {
        var places = unread
            .Select(item => (item.File, Span: item.File.ToOutermost(item.Part.Span), item.Part))
            .DistinctBy(place => (place.Span, place.Part.Reason))
            .OrderBy(place => place.Span.Start)
            .ThenBy(place => place.Part.Reason, StringComparer.Ordinal)
            .ToList();
        if (places.Count == 0)
            yield break;

        var reasons = places.Select(place => Restore(place.File, place.Part.Reason)).Distinct(StringComparer.Ordinal).ToList();
        var more = reasons.Count > MaxReasons ? string.Create(CultureInfo.InvariantCulture, $"; and {reasons.Count - MaxReasons} more") : "";
        yield return new Finding(
            EngineRules.PartlyAnalysed,
            places[0].File,
            places[0].Part.Span,
            $"the file was analysed in part: {string.Join("; ", reasons.Take(MaxReasons))}{more}",
            related: [.. places.Skip(1).Take(MaxPlaces).Select(place => RelatedLocation.In(place.File, place.Part.Span, Restore(place.File, place.Part.Reason)))],
            nodePath: "partly-analysed");
    }

    private static string Restore(SourceFile file, string reason) => file.Template?.Tree.Restore(reason) ?? reason;
}
