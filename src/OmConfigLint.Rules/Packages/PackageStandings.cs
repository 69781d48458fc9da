using System.Globalization;
using OmConfigLint.Analysis.Configuration;
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

    /// <summary>How <paramref name="pin"/> stands to <paramref name="target"/>.</summary>
    /// <param name="pin">The requirement.</param>
    /// <param name="target">The release to check against.</param>
    /// <param name="files">The files around it: a lock file among them holds the version.</param>
    public static PackageStanding Of(PackagePin pin, ReleaseVersion target, WorkspaceFiles files)
    {
        if (pin.IsDirect || PythonVersionRange.Of(pin.Specifiers) is not { IsEmpty: false } range || IsOneOfSeveral(pin))
            return PackageStanding.Fits;
        var line = target < AnyPatchFits ? Release(target) : Line(target);
        if (!range.Overlaps(AtLeast(line)))
            return PackageStanding.Outdated;
        if (!IsWithin(range, numbers: 2))
            return IsHeldElsewhere(pin, files) ? PackageStanding.Fits : PackageStanding.Unpinned;
        if (!IsWithin(range, numbers: 3))
            return IsHeldElsewhere(pin, files) ? PackageStanding.Fits : PackageStanding.AnyPatch;
        if (!range.Overlaps(AtLeast(Release(target))))
            return PackageStanding.Behind;
        return pin.Specifiers.ExactClause is { Version.Release.Length: <= 3, Operator: PythonVersionOperator.Equal } ? PackageStanding.FirstBuild : PackageStanding.Fits;
    }

    /// <summary>The clause that holds a requirement to <paramref name="release"/> and takes its builds as they come.</summary>
    public static string Clause(ReleaseVersion release) =>
        string.Create(CultureInfo.InvariantCulture, $"~={release.Major}.{release.Minor}.{release.Patch}.{release.Build}");

    /// <summary>The clause for a place that cannot hold <c>~</c>: a word of a shell without quotes.</summary>
    public static string ExactClause(ReleaseVersion release) =>
        string.Create(CultureInfo.InvariantCulture, $"=={release.Major}.{release.Minor}.{release.Patch}.{release.Build}");

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

    private static string Line(ReleaseVersion release) => string.Create(CultureInfo.InvariantCulture, $"{release.Major}.{release.Minor}");

    private static string Release(ReleaseVersion release) => string.Create(CultureInfo.InvariantCulture, $"{release.Major}.{release.Minor}.{release.Patch}");

    private static PythonVersionRange AtLeast(string version) =>
        PythonVersionSpecifiers.TryParse(">=" + version, out var specifiers) && PythonVersionRange.Of(specifiers) is { } range
            ? range
            : throw new ArgumentException($"`{version}` is no version", nameof(version));
}
