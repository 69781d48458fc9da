using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Cli.CommandLine;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Cli;

/// <summary>Puts together what is in force for a file: the command line first, then <c>.editorconfig</c>, then the defaults.</summary>
internal sealed class CheckSettings
{
    private readonly CommandLineOptions _options;
    private readonly EditorConfigSettings _editorConfig;
    private readonly RuleSelection _selection;
    private readonly DateOnly _today;
    private readonly ReleaseCatalogs _catalogs;
    private readonly ConcurrentDictionary<FileSettings, FileAnalysisSettings> _byFileSettings = [];

    public CheckSettings(CommandLineOptions options, EditorConfigSettings editorConfig, RuleSelection selection, ReleaseCatalogs catalogs, DateOnly today)
    {
        _options = options;
        _editorConfig = editorConfig;
        _selection = selection;
        _catalogs = catalogs;
        _today = today;
    }

    /// <summary>The release that a file is checked against where nothing is said of it.</summary>
    public ReleaseVersion Target => _options.Target ?? OpenMetadataReleases.Newest;

    /// <summary>What is in force for the file at <paramref name="fullPath"/>. Files of which the same is said share one instance.</summary>
    public FileAnalysisSettings For(string fullPath) => _byFileSettings.GetOrAdd(_editorConfig.For(fullPath), Create);

    private FileAnalysisSettings Create(FileSettings settings)
    {
        var catalog = _catalogs.Of(settings.Releases);
        var from = _options.From ?? Resolve(settings.FromVersion, catalog);
        var configured = Resolve(settings.TargetVersion, catalog);
        var releases = new ReleaseRange(from, _options.Target ?? configured ?? catalog.Newest)
        {
            AskedTarget = _options.Target is not null ? _options.AskedTarget : configured is null ? null : settings.TargetVersion,
        };
        var severities = new ConcurrentDictionary<string, DiagnosticSeverity>(StringComparer.Ordinal);
        return new FileAnalysisSettings(
            releases,
            rule => severities.GetOrAdd(rule.Id, static (_, state) => state.This.SeverityOf(state.Rule, state.Settings), (This: this, Rule: rule, Settings: settings)),
            key => key == SettingKeys.Releases ? settings.Releases?.FullPath : settings[key],
            _today)
        {
            IsExcluded = settings.IsExcluded,
        };
    }

    private DiagnosticSeverity SeverityOf(Rule rule, FileSettings settings)
    {
        if (!_selection.Contains(rule))
            return DiagnosticSeverity.Hidden;
        return settings.SeverityOf(rule.Id, rule.Descriptor.Category) switch
        {
            null or ReportDiagnostic.Default => rule.Descriptor.DefaultSeverity,
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
            ReportDiagnostic.Info => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Hidden,
        };
    }

    private static ReleaseVersion? Resolve(ReleaseVersion? version, ReleaseCatalog catalog) =>
        version is { } written ? catalog.ResolveTarget(written.ToString()).Version : null;
}
