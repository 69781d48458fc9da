namespace OmConfigLint.Analysis.Configuration;

/// <summary>The keys in <c>.editorconfig</c> that omlint itself understands; rules add their own.</summary>
public static class SettingKeys
{
    /// <summary>What every key of omlint begins with.</summary>
    public const string Prefix = "omlint_";

    /// <summary>The release to check against.</summary>
    public const string TargetVersion = "omlint_target_version";

    /// <summary>The release that is in use.</summary>
    public const string FromVersion = "omlint_from_version";

    /// <summary>Whether omlint leaves a file alone, even one that is named on the command line.</summary>
    public const string Exclude = "omlint_exclude";

    /// <summary>A file that names more releases, relative to the <c>.editorconfig</c> that names it.</summary>
    public const string Releases = "omlint_releases";

    internal const string DiagnosticPrefix = "omlint_diagnostic.";
    internal const string DotnetDiagnosticPrefix = "dotnet_diagnostic.";
    internal const string CategoryPrefix = "omlint_category.";
    internal const string SeveritySuffix = ".severity";

    /// <summary>The key that sets the severity of a rule.</summary>
    public static string Diagnostic(string ruleId) => DiagnosticPrefix + ruleId + SeveritySuffix;

    /// <summary>The key that sets the severity of a category.</summary>
    public static string Category(string category) => CategoryPrefix + category + SeveritySuffix;
}
