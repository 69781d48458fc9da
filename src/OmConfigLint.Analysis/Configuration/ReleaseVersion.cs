using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>
/// A release number of two to four parts: <c>1.6</c>, <c>1.6.3</c> (server), <c>1.6.3.1</c> (ingestion package).
/// Parts that are not written count as 0 in comparisons.
/// </summary>
public readonly record struct ReleaseVersion(int Major, int Minor, int Patch, int Build, int PartCount) : IComparable<ReleaseVersion>
{
    /// <summary>Reads a number such as <c>1.6.3</c>; a leading <c>v</c> is not accepted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReleaseVersion version)
    {
        version = default;
        var parts = text?.Split('.');
        if (parts is null || parts.Length is < 2 or > 4)
            return false;

        Span<int> numbers = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }

        version = new ReleaseVersion(numbers[0], numbers[1], numbers[2], numbers[3], parts.Length);
        return true;
    }

    /// <summary>Reads a number that is known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static ReleaseVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"`{text}` is not a release number");

    /// <inheritdoc/>
    public int CompareTo(ReleaseVersion other) =>
        (Major, Minor, Patch, Build).CompareTo((other.Major, other.Minor, other.Patch, other.Build));

    /// <summary>True where <paramref name="left"/> is the older release.</summary>
    public static bool operator <(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) < 0;

    /// <summary>True where <paramref name="left"/> is the newer release.</summary>
    public static bool operator >(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) > 0;

    /// <summary>True where <paramref name="left"/> is the older release or the same.</summary>
    public static bool operator <=(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) <= 0;

    /// <summary>True where <paramref name="left"/> is the newer release or the same.</summary>
    public static bool operator >=(ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The number with as many parts as were written.</summary>
    public override string ToString() => PartCount switch
    {
        <= 2 => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}"),
        3 => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}.{Build}"),
    };
}
