using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>The releases that count for a file: those that are compiled in, and those that a user adds.</summary>
public sealed class ReleaseCatalog
{
    private ReleaseCatalog(ImmutableArray<OpenMetadataRelease> servers, ImmutableArray<OpenMetadataRelease> packages)
    {
        Servers = servers;
        Packages = packages;
    }

    /// <summary>What is compiled in.</summary>
    public static ReleaseCatalog Default { get; } = new(OpenMetadataReleases.All, IngestionPackageReleases.All);

    /// <summary>Releases of the server, by number.</summary>
    public ImmutableArray<OpenMetadataRelease> Servers { get; }

    /// <summary>Releases of the ingestion package, by number. There are more: a number that is not here is not wrong.</summary>
    public ImmutableArray<OpenMetadataRelease> Packages { get; }

    /// <summary>The release with the lowest number.</summary>
    public ReleaseVersion Oldest => Servers[0].Version;

    /// <summary>The release with the highest number.</summary>
    public ReleaseVersion Newest => Servers[^1].Version;

    /// <summary>
    /// Says which release a user means: <c>1.6</c> is the newest known patch of that line, <c>1.6.3</c> and <c>1.6.3.1</c> are themselves.
    /// A patch that is not known counts, with a message, where its line is known.
    /// </summary>
    public TargetResolution ResolveTarget(string text)
    {
        if (!ReleaseVersion.TryParse(text, out var version))
            return new TargetResolution(null, $"`{text}` is not a release number, as in `{Newest}`{Suggest(text)}");

        if (NewestOfLine(version) is not { } newestOfLine)
            return new TargetResolution(null, $"OpenMetadata `{text}` is not known; known are {Oldest} to {Newest}{Suggest(text)}");

        if (version.PartCount == 2)
            return new TargetResolution(newestOfLine, null);

        return new TargetResolution(
            version,
            IsKnown(version) ? null : $"OpenMetadata `{text}` is not among the releases that omlint knows; it is checked like the others of {Line(version)}, known up to {newestOfLine}");
    }

    private ReleaseVersion? NewestOfLine(ReleaseVersion version)
    {
        for (var i = Servers.Length - 1; i >= 0; i--)
        {
            if (Servers[i].Version.Major == version.Major && Servers[i].Version.Minor == version.Minor)
                return Servers[i].Version;
        }

        return null;
    }

    // The fourth number is the ingestion package's own: any goes with a known server release.
    internal bool IsKnown(ReleaseVersion version) =>
        Servers.Any(release => (release.Version.Major, release.Version.Minor, release.Version.Patch) == (version.Major, version.Minor, version.Patch));

    private static string Line(ReleaseVersion version) => new ReleaseVersion(version.Major, version.Minor, 0, 0, 2).ToString();

    private string Suggest(string text)
    {
        // `v1.6.3`, `1.6.3-release`, `release 1.6.3`: the number is in there.
        var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits >= 0)
        {
            var inside = string.Concat(text.Skip(digits).TakeWhile(c => char.IsAsciiDigit(c) || c == '.')).TrimEnd('.');
            if (inside != text && ReleaseVersion.TryParse(inside, out var version) && NewestOfLine(version) is not null)
                return $"; did you mean `{inside}`?";
        }

        // `1.60`, `16`
        var lines = Servers.Select(release => Line(release.Version)).Distinct();
        return lines.LastOrDefault(line => text.StartsWith(line, StringComparison.Ordinal) || text == line.Replace(".", "", StringComparison.Ordinal)) is { } near
            ? $"; did you mean `{near}`?"
            : "";
    }

    /// <summary>The same with more releases; those that are there already stay as they are.</summary>
    internal ReleaseCatalog With(IEnumerable<OpenMetadataRelease> servers, IEnumerable<OpenMetadataRelease> packages) =>
        new(Merge(Servers, servers), Merge(Packages, packages));

    private static ImmutableArray<OpenMetadataRelease> Merge(ImmutableArray<OpenMetadataRelease> own, IEnumerable<OpenMetadataRelease> more) =>
        [.. own.Concat(more).DistinctBy(release => release.Version).OrderBy(release => release.Version)];
}
