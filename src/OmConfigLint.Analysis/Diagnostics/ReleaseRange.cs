using OmConfigLint.Analysis.Configuration;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>The upgrade that a file faces.</summary>
/// <param name="From">The release in use; null where it is not known.</param>
/// <param name="Target">The release to check against.</param>
public readonly record struct ReleaseRange(ReleaseVersion? From, ReleaseVersion Target)
{
    /// <summary>
    /// The release that was asked for, as it was written: <c>1.6</c> means any of that line. Null where <see cref="Target"/> is only the newest that
    /// is known, so that nothing is out of date for being older.
    /// </summary>
    public ReleaseVersion? AskedTarget { get; init; }

    /// <summary>True where the upgrade takes in what <paramref name="release"/> changed.</summary>
    public bool Crosses(ReleaseVersion release) => Target >= release && (From is not { } from || from < release);

    /// <summary>True where <paramref name="version"/> is older than <see cref="AskedTarget"/>. The fourth number is the ingestion package's own.</summary>
    public bool IsOutdated(ReleaseVersion version) => AskedTarget is { } asked && (asked.PartCount == 2
        ? (version.Major, version.Minor).CompareTo((asked.Major, asked.Minor)) < 0
        : (version.Major, version.Minor, version.Patch).CompareTo((asked.Major, asked.Minor, asked.Patch)) < 0);
}
