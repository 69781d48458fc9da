using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>The releases that omlint knows: <c>rules/data/releases.txt</c>, compiled in.</summary>
public static partial class OpenMetadataReleases
{
    /// <summary>All of them, by number (not by day: the lines overlap).</summary>
    public static ImmutableArray<OpenMetadataRelease> All { get; } = Create();

    /// <summary>The release with the lowest number.</summary>
    public static ReleaseVersion Oldest => ReleaseCatalog.Default.Oldest;

    /// <summary>The release with the highest number.</summary>
    public static ReleaseVersion Newest => ReleaseCatalog.Default.Newest;

    /// <inheritdoc cref="ReleaseCatalog.ResolveTarget"/>
    public static TargetResolution ResolveTarget(string text) => ReleaseCatalog.Default.ResolveTarget(text);

    private static partial ImmutableArray<OpenMetadataRelease> Create();
}
