using System.Globalization;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>
/// The stretch of versions that clauses leave. What <c>!=</c> takes out of the middle is left in, so that two ranges that do not overlap are
/// certain to have no version in common.
/// </summary>
public readonly record struct PythonVersionRange
{
    private PythonVersionRange(Pep440Version? lowest, bool includesLowest, Pep440Version? highest, bool includesHighest)
    {
        Lowest = lowest;
        IncludesLowest = includesLowest;
        Highest = highest;
        IncludesHighest = includesHighest;
    }

    /// <summary>The lower end; null where there is none.</summary>
    public Pep440Version? Lowest { get; }

    /// <summary>True where <see cref="Lowest"/> itself is admitted.</summary>
    public bool IncludesLowest { get; }

    /// <summary>The upper end; null where there is none.</summary>
    public Pep440Version? Highest { get; }

    /// <summary>True where <see cref="Highest"/> itself is admitted.</summary>
    public bool IncludesHighest { get; }

    /// <summary>True where no version is left.</summary>
    public bool IsEmpty => Lowest is not null && Highest is not null
        && (Lowest > Highest || (Lowest == Highest && !(IncludesLowest && IncludesHighest)));

    /// <summary>The range of <paramref name="specifiers"/>; null where a clause's version could not be read.</summary>
    public static PythonVersionRange? Of(PythonVersionSpecifiers specifiers)
    {
        if (!specifiers.IsCertain)
            return null;
        var range = default(PythonVersionRange);
        foreach (var clause in specifiers.Clauses)
            range = range.Intersect(Of(clause));
        return range;
    }

    /// <summary>True where a version may lie in both.</summary>
    public bool Overlaps(PythonVersionRange other) => !Intersect(other).IsEmpty;

    /// <summary>What lies in both.</summary>
    public PythonVersionRange Intersect(PythonVersionRange other)
    {
        var (lowest, includesLowest) = (Lowest, IncludesLowest);
        if (other.Lowest is not null && (lowest is null || other.Lowest > lowest || (other.Lowest == lowest && !other.IncludesLowest)))
            (lowest, includesLowest) = (other.Lowest, other.IncludesLowest);
        var (highest, includesHighest) = (Highest, IncludesHighest);
        if (other.Highest is not null && (highest is null || other.Highest < highest || (other.Highest == highest && !other.IncludesHighest)))
            (highest, includesHighest) = (other.Highest, other.IncludesHighest);
        return new PythonVersionRange(lowest, includesLowest, highest, includesHighest);
    }

    private static PythonVersionRange Of(PythonVersionSpecifier clause)
    {
        if (clause.Version is not { } version)
            return default;
        var length = version.Release.Length;
        return clause.Operator switch
        {
            PythonVersionOperator.Equal when clause.IsWildcard => Below(version, length),
            PythonVersionOperator.Equal or PythonVersionOperator.ArbitraryEqual => new PythonVersionRange(version, true, version, true),
            PythonVersionOperator.Compatible => Below(version, Math.Max(1, length - 1)),
            PythonVersionOperator.AtLeast => new PythonVersionRange(version, true, null, false),
            PythonVersionOperator.Above => new PythonVersionRange(version, false, null, false),
            PythonVersionOperator.AtMost => new PythonVersionRange(null, false, version, true),
            PythonVersionOperator.Below => new PythonVersionRange(null, false, version, false),
            PythonVersionOperator.Prefix => Below(version, length),
            PythonVersionOperator.Caret => Below(version, FirstNonZero(version) + 1),
            PythonVersionOperator.Tilde => Below(version, Math.Min(2, length)),
            _ => default,
        };
    }

    /// <summary>From <paramref name="version"/> up to the next one whose first <paramref name="length"/> numbers are others.</summary>
    private static PythonVersionRange Below(Pep440Version version, int length)
    {
        var next = string.Join('.', version.Release.Take(length).Select((number, i) => (i == length - 1 ? number + 1 : number).ToString(CultureInfo.InvariantCulture)));
        return Pep440Version.TryParse(version.Epoch == 0 ? next : string.Create(CultureInfo.InvariantCulture, $"{version.Epoch}!{next}"), out var end)
            ? new PythonVersionRange(version, true, end, false)
            : new PythonVersionRange(version, true, null, false);
    }

    private static int FirstNonZero(Pep440Version version)
    {
        for (var i = 0; i < version.Release.Length; i++)
        {
            if (version.Release[i] != 0)
                return i;
        }

        return version.Release.Length - 1;
    }
}
