using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Charts;

/// <summary>A chart of a release before the one that was asked for (kind <c>outdated-chart</c>).</summary>
internal sealed class OutdatedChartAnalyzer(Rule rule) : ConfigAnalyzer(rule)
{
    /// <summary>A version is judged as it stands, whatever release is in use.</summary>
    public override bool AppliesTo(ReleaseRange releases) => Rule.Since is not { } since || releases.Target >= since;

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is IVersionedReference;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        foreach (var reference in context.Document.Models.OfType<IVersionedReference>())
        {
            var (what, path, isDependency) = reference switch
            {
                ChartReference chart => ($"the chart `{chart.Name}` is of", chart.Path, chart.IsDependency),
                ChartImageTag tag => ($"`{ChartImageTag.Parameter}` of the chart `openmetadata` is", tag.Path, false),
                _ => default,
            };

            // A range such as `~1.5.0` takes what fits; what that is, is not known here.
            if (what is null || reference.Version is not { } place || !ReleaseVersion.TryParse(place.Value, out var version) || version.PartCount < 3
                || !context.Releases.IsOutdated(version))
            {
                continue;
            }

            context.Report(new Finding(
                Rule,
                context.Document.File,
                reference.Span,
                $"{what} {place.Value}, and the target is {context.Releases.AskedTarget}",
                "older than the target",
                fix: Update(place, isDependency, context),
                nodePath: path));
        }
    }

    private static ConfigFix Update(VersionPlace place, bool isDependency, DocumentAnalysisContext context)
    {
        var target = context.Releases.Target;
        var version = new ReleaseVersion(target.Major, target.Minor, target.Patch, 0, 3).ToString();
        var builder = new FixBuilder($"brings it to `{version}`");
        builder.MakeUnsafe("values may have other names in the new chart, and the new release migrates the database");
        if (isDependency)
            builder.FollowUp = $"run `helm dependency update` for {context.Document.File.Path}";
        place.Replace(builder, version);
        return builder.Build();
    }
}
