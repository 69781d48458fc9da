using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>What <c>.editorconfig</c> says of one file. Values without meaning count as not written: <see cref="EditorConfigSettings.GetProblems"/> tells of them.</summary>
public sealed class FileSettings
{
    private readonly ImmutableDictionary<string, string> _options;
    private readonly ImmutableDictionary<string, ReportDiagnostic> _dotnetSeverities;

    internal FileSettings(
        ImmutableDictionary<string, string> options, ImmutableDictionary<string, ReportDiagnostic> dotnetSeverities, SourceFile? releases = null)
    {
        Releases = releases;
        _options = options;
        _dotnetSeverities = dotnetSeverities;
        TargetVersion = Version(SettingKeys.TargetVersion);
        FromVersion = Version(SettingKeys.FromVersion);
        IsExcluded = SettingValues.True.Equals(this[SettingKeys.Exclude], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A file of which nothing is said.</summary>
    public static FileSettings Empty { get; } =
        new(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, ReportDiagnostic>.Empty);

    /// <summary>The release to check against: <c>omlint_target_version</c>.</summary>
    public ReleaseVersion? TargetVersion { get; }

    /// <summary>The release that is in use: <c>omlint_from_version</c>.</summary>
    public ReleaseVersion? FromVersion { get; }

    /// <summary>The file that names more releases: <c>omlint_releases</c>. Null where there is none, or it cannot be read.</summary>
    public SourceFile? Releases { get; }

    /// <summary>True where omlint leaves the file alone, even when it is named: <c>omlint_exclude</c>.</summary>
    public bool IsExcluded { get; }

    /// <summary>The value of a key, as it was written; null where it is absent or <c>unset</c>. Case means nothing in keys.</summary>
    public string? this[string key] =>
        _options.TryGetValue(key, out var value) && !value.Equals(SettingValues.Unset, StringComparison.OrdinalIgnoreCase) ? value : null;

    /// <summary>
    /// The severity set for a rule: by <c>omlint_diagnostic.ID.severity</c>, else <c>dotnet_diagnostic.ID.severity</c>, else
    /// <c>omlint_category.CATEGORY.severity</c>; null where none of them is.
    /// </summary>
    public ReportDiagnostic? SeverityOf(string ruleId, string category)
    {
        if (_options.IsEmpty && _dotnetSeverities.IsEmpty)
            return null;
        return Severity(SettingKeys.Diagnostic(ruleId))
            ?? (_dotnetSeverities.TryGetValue(ruleId, out var severity) ? severity : default(ReportDiagnostic?))
            ?? Severity(SettingKeys.Category(category));
    }

    private ReportDiagnostic? Severity(string key) =>
        _options.TryGetValue(key, out var value) && SettingValues.TryParseSeverity(value, out var severity) ? severity : null;

    private ReleaseVersion? Version(string key) =>
        _options.TryGetValue(key, out var value) && ReleaseVersion.TryParse(value, out var version) ? version : null;
}
