using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OmConfigLint.Syntax.PythonPackages;

/// <summary>
/// A version of a Python package by PEP 440, <c>1!1.5.4.0rc1.post2.dev3+local.1</c>, read in all spellings that the PEP accepts
/// (<c>v1.0-Alpha.1</c>). Two spellings of one version are equal, as are <c>1.5</c> and <c>1.5.0</c>.
/// </summary>
public sealed class Pep440Version : IComparable<Pep440Version>, IEquatable<Pep440Version>
{
    private static readonly (string Spelling, Pep440PreRelease Kind)[] PreReleases =
    [
        ("alpha", Pep440PreRelease.Alpha), ("a", Pep440PreRelease.Alpha),
        ("beta", Pep440PreRelease.Beta), ("b", Pep440PreRelease.Beta),
        ("preview", Pep440PreRelease.Candidate), ("pre", Pep440PreRelease.Candidate),
        ("rc", Pep440PreRelease.Candidate), ("c", Pep440PreRelease.Candidate),
    ];

    private Pep440Version(
        long epoch, ImmutableArray<long> release, (Pep440PreRelease Kind, long Number)? preRelease, long? postRelease, long? developmentRelease, string? local)
    {
        Epoch = epoch;
        Release = release;
        PreRelease = preRelease;
        PostRelease = postRelease;
        DevelopmentRelease = developmentRelease;
        Local = local;
    }

    /// <summary>The number before <c>!</c>; 0 where there is none.</summary>
    public long Epoch { get; }

    /// <summary>The numbers of the release segment as written: 1, 5, 4, 0.</summary>
    public ImmutableArray<long> Release { get; }

    /// <summary>The pre-release: <c>rc1</c>.</summary>
    public (Pep440PreRelease Kind, long Number)? PreRelease { get; }

    /// <summary>The number of the post-release: <c>.post2</c> or <c>-2</c>.</summary>
    public long? PostRelease { get; }

    /// <summary>The number of the development release: <c>.dev3</c>.</summary>
    public long? DevelopmentRelease { get; }

    /// <summary>The local label behind <c>+</c>, in lower case, its parts joined by <c>.</c></summary>
    public string? Local { get; }

    /// <summary>True for pre-releases and development releases, which installers take only when asked.</summary>
    public bool IsPreRelease => PreRelease is not null || DevelopmentRelease is not null;

    /// <summary>Reads <paramref name="text"/>; blanks around it do not matter.</summary>
    /// <returns>False where it is no version by PEP 440, or has a number of more than 18 digits.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Pep440Version? version)
    {
        version = null;
        var rest = text.AsSpan().Trim();
        if (rest.Length > 0 && rest[0] is 'v' or 'V')
            rest = rest[1..];

        if (!TryTakeNumber(ref rest, out var number))
            return false;
        var epoch = 0L;
        if (rest.Length > 0 && rest[0] == '!')
        {
            epoch = number;
            rest = rest[1..];
            if (!TryTakeNumber(ref rest, out number))
                return false;
        }

        var release = ImmutableArray.CreateBuilder<long>(4);
        release.Add(number);
        while (rest.Length > 1 && rest[0] == '.' && char.IsAsciiDigit(rest[1]))
        {
            rest = rest[1..];
            if (!TryTakeNumber(ref rest, out number))
                return false;
            release.Add(number);
        }

        if (!TryTakePreRelease(ref rest, out var preRelease)
            || !TryTakePostRelease(ref rest, out var postRelease)
            || !TryTakeLabelled(ref rest, "dev", out var developmentRelease)
            || !TryTakeLocal(ref rest, out var local)
            || rest.Length > 0)
        {
            return false;
        }

        version = new Pep440Version(epoch, release.ToImmutable(), preRelease, postRelease, developmentRelease, local);
        return true;
    }

    /// <summary>The number at <paramref name="index"/> of the release segment; 0 behind its end, as the PEP pads it.</summary>
    public long ReleaseAt(int index) => index < Release.Length ? Release[index] : 0;

    /// <summary>The version without what stands behind <c>+</c>.</summary>
    public Pep440Version WithoutLocal() =>
        Local is null ? this : new Pep440Version(Epoch, Release, PreRelease, PostRelease, DevelopmentRelease, local: null);

    /// <summary>True where epoch and release are those of <paramref name="other"/>.</summary>
    public bool HasReleaseOf(Pep440Version other) => Epoch == other.Epoch && CompareReleases(other) == 0;

    /// <summary>The order of PEP 440: development releases, pre-releases, the release, post-releases.</summary>
    public int CompareTo(Pep440Version? other)
    {
        if (other is null)
            return 1;
        var order = Epoch.CompareTo(other.Epoch);
        if (order == 0)
            order = CompareReleases(other);
        if (order == 0)
            order = PreReleaseRank.CompareTo(other.PreReleaseRank);
        if (order == 0)
            order = (PostRelease ?? -1).CompareTo(other.PostRelease ?? -1);
        if (order == 0)
            order = (DevelopmentRelease ?? long.MaxValue).CompareTo(other.DevelopmentRelease ?? long.MaxValue);
        return order == 0 ? CompareLocals(Local, other.Local) : order;
    }

    /// <inheritdoc/>
    public bool Equals(Pep440Version? other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Pep440Version other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Epoch);
        var length = Release.Length;
        while (length > 1 && Release[length - 1] == 0)
            length--;
        for (var i = 0; i < length; i++)
            hash.Add(Release[i]);
        hash.Add(PreRelease);
        hash.Add(PostRelease);
        hash.Add(DevelopmentRelease);
        hash.Add(Local);
        return hash.ToHashCode();
    }

    /// <summary>The normal spelling by the PEP, the release with as many numbers as were written.</summary>
    public override string ToString()
    {
        var text = Epoch == 0 ? "" : Format(Epoch) + "!";
        text += string.Join('.', Release.Select(Format));
        if (PreRelease is var (kind, number))
            text += (kind switch { Pep440PreRelease.Alpha => "a", Pep440PreRelease.Beta => "b", _ => "rc" }) + Format(number);
        if (PostRelease is { } post)
            text += ".post" + Format(post);
        if (DevelopmentRelease is { } development)
            text += ".dev" + Format(development);
        return Local is null ? text : text + "+" + Local;

        static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Equality by the order.</summary>
    public static bool operator ==(Pep440Version? left, Pep440Version? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by the order.</summary>
    public static bool operator !=(Pep440Version? left, Pep440Version? right) => !(left == right);

    /// <summary>Before.</summary>
    public static bool operator <(Pep440Version left, Pep440Version right) => left.CompareTo(right) < 0;

    /// <summary>Not behind.</summary>
    public static bool operator <=(Pep440Version left, Pep440Version right) => left.CompareTo(right) <= 0;

    /// <summary>Behind.</summary>
    public static bool operator >(Pep440Version left, Pep440Version right) => left.CompareTo(right) > 0;

    /// <summary>Not before.</summary>
    public static bool operator >=(Pep440Version left, Pep440Version right) => left.CompareTo(right) >= 0;

    /// <summary>A development release of the release itself stands before its pre-releases, those before the release.</summary>
    private (int Kind, long Number) PreReleaseRank => PreRelease is var (kind, number)
        ? ((int)kind, number)
        : PostRelease is null && DevelopmentRelease is not null ? (-1, 0) : (int.MaxValue, 0);

    private int CompareReleases(Pep440Version other)
    {
        for (var i = 0; i < Math.Max(Release.Length, other.Release.Length); i++)
        {
            if (ReleaseAt(i).CompareTo(other.ReleaseAt(i)) is not 0 and var order)
                return order;
        }

        return 0;
    }

    /// <summary>Part by part; a number stands behind a word, a longer label behind its beginning.</summary>
    private static int CompareLocals(string? left, string? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        var (ours, theirs) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Min(ours.Length, theirs.Length); i++)
        {
            var (our, their) = (NumberOf(ours[i]), NumberOf(theirs[i]));
            var order = (our, their) switch
            {
                ({ } a, { } b) => a.CompareTo(b),
                (null, null) => string.CompareOrdinal(ours[i], theirs[i]),
                _ => our is null ? -1 : 1,
            };
            if (order != 0)
                return order;
        }

        return ours.Length.CompareTo(theirs.Length);

        static long? NumberOf(string part) => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, out long number)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;
        var isNumber = long.TryParse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number) && length <= 18;
        rest = rest[length..];
        return isNumber;
    }

    private static bool TryTakePreRelease(ref ReadOnlySpan<char> rest, out (Pep440PreRelease Kind, long Number)? preRelease)
    {
        preRelease = null;
        foreach (var (spelling, kind) in PreReleases)
        {
            if (!TryTakeLabelled(ref rest, spelling, out var number))
                return false;
            if (number is { } taken)
            {
                preRelease = (kind, taken);
                return true;
            }
        }

        return true;
    }

    private static bool TryTakePostRelease(ref ReadOnlySpan<char> rest, out long? number)
    {
        if (rest.Length > 1 && rest[0] == '-' && char.IsAsciiDigit(rest[1]))
        {
            rest = rest[1..];
            var isNumber = TryTakeNumber(ref rest, out var taken);
            number = taken;
            return isNumber;
        }

        return TryTakeLabelled(ref rest, "post", out number) && (number is not null || TryTakeLabelled(ref rest, "rev", out number))
            && (number is not null || TryTakeLabelled(ref rest, "r", out number));
    }

    /// <summary>Takes <c>.label1</c>, where the separator, one behind the label, and the number may be missing.</summary>
    /// <returns>False only for a number that is too long.</returns>
    private static bool TryTakeLabelled(ref ReadOnlySpan<char> rest, string label, out long? number)
    {
        number = null;
        var start = rest.Length > 0 && rest[0] is '.' or '-' or '_' ? 1 : 0;
        if (!rest[start..].StartsWith(label, StringComparison.OrdinalIgnoreCase))
            return true;
        var behind = rest[(start + label.Length)..];
        var digits = behind.Length > 1 && behind[0] is '.' or '-' or '_' && char.IsAsciiDigit(behind[1]) ? behind[1..] : behind;
        if (digits.Length > 0 && char.IsAsciiDigit(digits[0]))
        {
            var isNumber = TryTakeNumber(ref digits, out var taken);
            number = taken;
            rest = digits;
            return isNumber;
        }

        // A label such as `r` is not to be taken from the front of a longer one.
        if (behind.Length > 0 && char.IsAsciiLetter(behind[0]) && !IsLabel(behind))
            return true;
        number = 0;

        // The PEP's own pattern takes a separator behind the label even where no number follows.
        var isSeparated = behind.Length > 0 && behind[0] is '.' or '-' or '_' && (behind.Length == 1 || !char.IsAsciiLetter(behind[1]));
        rest = isSeparated ? behind[1..] : behind;
        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> text) =>
        text.StartsWith("post", StringComparison.OrdinalIgnoreCase) || text.StartsWith("rev", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("dev", StringComparison.OrdinalIgnoreCase) || text[0] is 'r' or 'R';

    private static bool TryTakeLocal(ref ReadOnlySpan<char> rest, out string? local)
    {
        local = null;
        if (rest.Length == 0 || rest[0] != '+')
            return true;
        var label = rest[1..];
        for (var i = 0; i < label.Length; i++)
        {
            var isSeparator = label[i] is '.' or '-' or '_';
            if (!isSeparator && !char.IsAsciiLetterOrDigit(label[i]))
                return false;
            if (isSeparator && (i == 0 || i == label.Length - 1 || !char.IsAsciiLetterOrDigit(label[i - 1])))
                return false;
        }

        if (label.Length == 0)
            return false;
        local = label.ToString().Replace('-', '.').Replace('_', '.').ToLowerInvariant();
        rest = [];
        return true;
    }
}
