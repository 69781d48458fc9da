using System.Collections.Immutable;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>The releases of the package <c>openmetadata-ingestion</c> that omlint knows: <c>rules/data/package-releases.txt</c>, compiled in.</summary>
internal static partial class IngestionPackageReleases
{
    /// <summary>All of them, by number. There are more: a number that is not here is not wrong.</summary>
    public static ImmutableArray<OpenMetadataRelease> All { get; } = Create();

    private static partial ImmutableArray<OpenMetadataRelease> Create();
}
