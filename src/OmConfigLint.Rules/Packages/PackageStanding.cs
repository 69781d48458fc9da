namespace OmConfigLint.Rules.Packages;

/// <summary>How what a requirement admits stands to the target release. Of several the first one counts, so that a requirement has one finding.</summary>
internal enum PackageStanding
{
    /// <summary>It is held to the target's release line by a certain patch and all its builds, or it is newer, or there is no telling.</summary>
    Fits,

    /// <summary>All that it admits is of an older release line; up to 1.3, where client and server must be equal, of an older release.</summary>
    Outdated,

    /// <summary>It admits releases of several lines, or whatever comes.</summary>
    Unpinned,

    /// <summary>It is held to a line, but not to a patch release.</summary>
    AnyPatch,

    /// <summary>It is of the target's line, by an older patch release.</summary>
    Behind,

    /// <summary>It names three numbers, which is the first build of the four-number package and no other.</summary>
    FirstBuild,
}
