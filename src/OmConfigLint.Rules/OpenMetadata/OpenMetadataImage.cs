using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>An image that OpenMetadata publishes.</summary>
/// <param name="Name">Its name without registry and organisation, as in <c>ingestion-base</c>.</param>
/// <param name="Role">What it is for.</param>
/// <param name="HasPackageTags">True where it also has tags of four numbers, those of the ingestion package.</param>
/// <param name="Since">The first release that has it, where that matters.</param>
/// <param name="Until">The last release that has it, where it has a successor.</param>
/// <param name="Successor">The name of the image that took over.</param>
internal sealed record OpenMetadataImage(
    string Name, VersionRole Role, bool HasPackageTags, ReleaseVersion? Since, ReleaseVersion? Until, string? Successor)
{
    /// <summary>The name with its organisation, as in <c>openmetadata/ingestion-base</c>.</summary>
    public string FullName => OpenMetadataImages.Organization + Name;
}
