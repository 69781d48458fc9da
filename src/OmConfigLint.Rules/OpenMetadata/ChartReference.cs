using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>A Helm chart of OpenMetadata's that a document names with its version. From 1.0.0 on a chart has the number of the server's release.</summary>
/// <param name="Document">The document.</param>
/// <param name="Name">The chart: <c>openmetadata</c> or <c>openmetadata-dependencies</c>.</param>
/// <param name="Span">The version, or the chart's name where there is none.</param>
/// <param name="Version">Where the version is written; null where there is none.</param>
/// <param name="Path">The place of the version by names.</param>
/// <param name="IsDependency">True for a dependency in <c>Chart.yaml</c>, which a lock file repeats.</param>
internal sealed record ChartReference(ConfigDocument Document, string Name, TextSpan Span, VersionPlace? Version, string Path, bool IsDependency)
    : IVersionedReference
{
    /// <inheritdoc/>
    public VersionRole Role => VersionRole.Chart;

    /// <inheritdoc/>
    public string? VersionVariable => null;
}
