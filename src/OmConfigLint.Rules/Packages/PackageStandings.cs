using System.Globalization;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Packages;
using OmConfigLint.Syntax.PythonPackages;

namespace OmConfigLint.Rules.Packages;

/// <summary>
/// Tells how requirements of OpenMetadata's packages stand to a release. The packages have four numbers, of which three are the server's:
/// https://docs.open-metadata.org/latest/deployment/upgrade.
/// </summary>
internal static class PackageStandings
{
    /// <summary>From this release on client and server may differ in the patch: https://github.com/open-metadata/OpenMetadata/pull/16157.</summary>
    public static readonly ReleaseVersion AnyPatchFits = new(1, 4, 0, 0, 3);

    private static readonly string[] LockFiles = ["poetry.lock", "uv.lock", "pdm.lock"];

    /// <summary>How <paramref name="pin"/> stands to the release that was asked for. Where none was, nothing is out of date for being older.</summary>
    /// <param name="pin">The requirement.</param>
    /// <param name="releases">The upgrade in question.</param>
    /// <param name="files">The files around it: a lock file among them holds the version.</param>
    public static PackageStanding Of(PackagePin pin, ReleaseRange releases, WorkspaceFiles files)
    {
        if (pin.IsDirect || PythonVersionRange.Of(pin.Specifiers) is not { IsEmpty: false } range || IsOneOfSeveral(pin))
            return PackageStanding.Fits;
        if (releases.AskedTarget is not null && !range.Overlaps(AtLeast(releases.Target < AnyPatchFits ? Release(releases.Target) : Line(releases.Target))))
            return PackageStanding.Outdated;
        if (!IsWithin(range, numbers: 2))
            return IsHeldElsewhere(pin, files) ? PackageStanding.Fits : PackageStanding.Unpinned;
        if (!IsWithin(range, numbers: 3))
            return IsHeldElsewhere(pin, files) ? PackageStanding.Fits : PackageStanding.AnyPatch;
        if (releases.AskedTarget is { PartCount: > 2 } && !range.Overlaps(AtLeast(Release(releases.Target))))
            return PackageStanding.Behind;
        return pin.Specifiers.ExactClause is { Version.Release.Length: <= 3, Operator: PythonVersionOperator.Equal } ? PackageStanding.FirstBuild : PackageStanding.Fits;
    }

    /// <summary>
    /// The release by which to judge what stands beside <paramref name="pin"/>: the one that was asked for, else the one that it is held to, else
    /// the newest known.
    /// </summary>
    public static ReleaseVersion ReleaseFor(PackagePin pin, ReleaseRange releases) => releases.AskedTarget is null && HeldRelease(pin) is { } held ? held : releases.Target;

    /// <summary>
    /// The release that was asked for, else the one that <paramref name="pin"/> is held to. Null where neither is known: from a requirement that
    /// admits several release lines pip takes one that goes with what stands beside it.
    /// </summary>
    public static ReleaseVersion? SettledRelease(PackagePin pin, ReleaseRange releases) => releases.AskedTarget is null ? HeldRelease(pin) : releases.Target;

    /// <summary>The lowest release that <paramref name="pin"/> admits, where it is held to one line; else null.</summary>
    public static ReleaseVersion? HeldRelease(PackagePin pin) =>
        !pin.IsDirect && PythonVersionRange.Of(pin.Specifiers) is { IsEmpty: false, Lowest: { } lowest } range && IsWithin(range, numbers: 2)
            ? new ReleaseVersion(Number(lowest, 0), Number(lowest, 1), Number(lowest, 2), Number(lowest, 3), 4)
            : null;

    /// <summary>True where all that <paramref name="range"/> admits has the same first <paramref name="numbers"/> numbers.</summary>
    public static bool IsWithin(PythonVersionRange range, int numbers)
    {
        if (range.Lowest is not { } lowest || range.Highest is null)
            return false;
        var first = string.Join('.', Enumerable.Range(0, numbers).Select(i => lowest.ReleaseAt(i).ToString(CultureInfo.InvariantCulture)));
        var next = string.Join('.', Enumerable.Range(0, numbers).Select(i => (lowest.ReleaseAt(i) + (i == numbers - 1 ? 1 : 0)).ToString(CultureInfo.InvariantCulture)));
        return !range.Overlaps(AtLeast(next)) && range.Overlaps(AtLeast(first));
    }

    private static bool IsHeldElsewhere(PackagePin pin, WorkspaceFiles files)
    {
        if (pin.Group.IsHeldElsewhere)
            return true;
        var path = pin.Document.File.Path;
        var directory = path[..(path.LastIndexOf('/') + 1)];
        return Path.GetFileName(path) switch
        {
            "pyproject.toml" => LockFiles.Any(name => files.Exists(directory + name)),
            "Pipfile" => files.Exists(path + ".lock"),
            var name when name.EndsWith(".in", StringComparison.Ordinal) => files.Exists(path[..^".in".Length] + ".txt"),
            _ => false,
        };
    }

    // `==1.5.0; python_version < "3.8"` beside another one for newer Pythons is there for a reason.
    private static bool IsOneOfSeveral(PackagePin pin) =>
        pin.IsConditional && pin.Group.Together.Any(other => other != pin && other.Name == pin.Name);

    private static int Number(Pep440Version version, int index) => (int)Math.Min(version.ReleaseAt(index), int.MaxValue);

    private static string Line(ReleaseVersion release) => string.Create(CultureInfo.InvariantCulture, $"{release.Major}.{release.Minor}");

    private static string Release(ReleaseVersion release) => string.Create(CultureInfo.InvariantCulture, $"{release.Major}.{release.Minor}.{release.Patch}");

    private static PythonVersionRange AtLeast(string version) =>
        PythonVersionSpecifiers.TryParse(">=" + version, out var specifiers) && PythonVersionRange.Of(specifiers) is { } range
            ? range
            : throw new ArgumentException($"`{version}` is no version", nameof(version));
}
