using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// The value <c>image.tag</c> that is set where the chart <c>openmetadata</c> is named. It wins over the release of the chart, so that a newer
/// chart alone does not bring a newer server.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Place">Where the tag is written.</param>
/// <param name="Path">The place of the tag by names.</param>
internal sealed record ChartImageTag(ConfigDocument Document, VersionPlace Place, string Path) : IVersionedReference
{
    /// <summary>The value's name in the chart.</summary>
    public const string Parameter = "image.tag";

    /// <summary>The name of the value that says which image the tag is one of.</summary>
    public const string Repository = "image.repository";

    /// <inheritdoc/>
    public TextSpan Span => Place.SourceSpan;

    /// <inheritdoc/>
    public VersionRole Role => VersionRole.ServerImage;

    /// <inheritdoc/>
    public string Name => "openmetadata/server";

    /// <inheritdoc/>
    public VersionPlace? Version => Place;

    /// <inheritdoc/>
    public string? VersionVariable => null;
}
