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
}
