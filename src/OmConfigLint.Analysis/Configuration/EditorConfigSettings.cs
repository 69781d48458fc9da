using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>
/// The <c>.editorconfig</c> files of a run, read by Roslyn. Each file is subject to those in its own directory and above it, up to one that says
/// <c>root = true</c> or to the root of the work tree. Several threads may ask at once.
/// </summary>
public sealed class EditorConfigSettings
{
    private const string FileName = ".editorconfig";

    private readonly string? _root;
    private readonly ConcurrentDictionary<string, Scope> _scopes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConfigurationProblem> _unreadable = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SourceFile> _files = new(StringComparer.Ordinal);

    /// <summary>Creates the settings of a run; files are read when they are first needed.</summary>
    /// <param name="root">The run's root, absolute: paths of problems are shown relative to it.</param>
    public EditorConfigSettings(string root) => _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    private EditorConfigSettings()
    {
    }

    /// <summary>No configuration at all: <c>--no-config</c>.</summary>
    public static EditorConfigSettings None { get; } = new();

    /// <summary>What is set for a file.</summary>
    /// <param name="fullPath">Its absolute path; the file need not exist.</param>
    public FileSettings For(string fullPath) => _root is not null && Path.GetDirectoryName(fullPath) is { } directory
        ? ScopeOf(directory).For(fullPath)
        : FileSettings.Empty;

    /// <summary>What has no effect or no meaning in the files that have been read so far, sorted by file and place.</summary>
    /// <param name="knownKeys">The keys of rules, beside those in <see cref="SettingKeys"/>.</param>
    /// <param name="knownRuleIds">The ids of all rules.</param>
    /// <param name="knownCategories">The categories of all rules.</param>
    /// <param name="findReleaseProblem">Says why a release number means no release, null where it means one; without it every number means one.</param>
    public ImmutableArray<ConfigurationProblem> GetProblems(
        IEnumerable<string> knownKeys,
        IEnumerable<string> knownRuleIds,
        IEnumerable<string> knownCategories,
        Func<string, string?>? findReleaseProblem = null)
    {
        var check = new SettingCheck(knownKeys, knownRuleIds, knownCategories, findReleaseProblem);
        var problems = _unreadable.Values.ToList();
        foreach (var file in _files.Values)
            problems.AddRange(check.Check(file));
        return problems.Count > 1
            ? [.. problems.Order(Comparer<ConfigurationProblem>.Create(Compare))]
            : [.. problems];

        static int Compare(ConfigurationProblem a, ConfigurationProblem b) => string.CompareOrdinal(a.File.Path, b.File.Path) is var byPath and not 0
            ? byPath
            : a.Span.Start.CompareTo(b.Span.Start);
    }

    private Scope ScopeOf(string directory)
    {
        if (_scopes.TryGetValue(directory, out var scope))
            return scope;

        var own = Read(directory);
        var outer = Path.GetDirectoryName(directory) is { } parent && !(own?.IsRoot ?? false) && !Path.Exists(Path.Join(directory, ".git"))
            ? ScopeOf(parent)
            : Scope.Empty;
        scope = own?.Config is { } config ? new Scope(outer.Configs.Add((config, Path.Join(directory, FileName))), _root!) : outer;
        return _scopes.GetOrAdd(directory, scope);
    }

    /// <summary>Null where there is no such file or it cannot be read; no <c>Config</c> where it says nothing to omlint.</summary>
    private (AnalyzerConfig? Config, bool IsRoot)? Read(string directory)
    {
        var path = Path.Join(directory, FileName);
        if (!File.Exists(path))
            return null;

        try
        {
            var text = SettingsFile.ReadText(path);
            var isRoot = IsRoot(text);
            if (!text.Contains(SettingKeys.Prefix, StringComparison.OrdinalIgnoreCase)
                && !text.Contains(SettingKeys.DotnetDiagnosticPrefix, StringComparison.OrdinalIgnoreCase))
            {
                return (null, isRoot);
            }

            _files[path] = new SourceFile(ShownPath.Of(path, _root!), path, text);
            return (AnalyzerConfig.Parse(SourceText.From(text), path), isRoot);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var file = new SourceFile(ShownPath.Of(path, _root!), path, "");
            _unreadable[path] = new ConfigurationProblem(file, default, FileErrors.Describe(exception, "read"));
            return null;
        }
    }

    /// <summary>What Roslyn knows and does not tell: whether the part before the first section says <c>root = true</c>.</summary>
    private static bool IsRoot(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            var content = line.Trim();
            if (content.StartsWith('['))
                return false;
            var separator = content.IndexOfAny('=', ':');
            if (separator < 0 || !content[..separator].TrimEnd().Equals("root", StringComparison.OrdinalIgnoreCase))
                continue;
            var value = content[(separator + 1)..];
            var comment = value.IndexOfAny('#', ';');
            return (comment < 0 ? value : value[..comment]).Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    /// <summary>Reads the file that a setting names.</summary>
    /// <param name="name">The setting's value: absolute, or relative to the settings file.</param>
    /// <param name="settingsPath">The absolute path of the settings file.</param>
    /// <param name="problem">Why it cannot be read.</param>
    /// <returns>The absolute path and the text; null where it cannot be read.</returns>
    internal static (string FullPath, string Text)? TryReadNamed(string name, string settingsPath, out string? problem)
    {
        try
        {
            var fullPath = Path.GetFullPath(name, Path.GetDirectoryName(settingsPath)!);
            problem = null;
            return (fullPath, SettingsFile.ReadText(fullPath));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problem = FileErrors.Describe(exception, "read");
            return null;
        }
    }

    /// <summary>The files that a directory is subject to, the innermost last, each with its path.</summary>
    private sealed class Scope(ImmutableArray<(AnalyzerConfig Config, string Path)> configs, string root)
    {
        private readonly AnalyzerConfigSet? _set = configs.IsEmpty ? null : AnalyzerConfigSet.Create(configs.Select(config => config.Config).ToImmutableArray());
        private readonly ConcurrentDictionary<(object Options, object Severities), FileSettings> _settings = [];

        public static Scope Empty { get; } = new([], "");

        public ImmutableArray<(AnalyzerConfig Config, string Path)> Configs => configs;

        public FileSettings For(string fullPath)
        {
            if (_set is null)
                return FileSettings.Empty;

            // Roslyn gives the same dictionaries for all files that the same sections match.
            var result = _set.GetOptionsForSourcePath(fullPath);
            return _settings.TryGetValue((result.AnalyzerOptions, result.TreeOptions), out var settings)
                ? settings
                : _settings.GetOrAdd((result.AnalyzerOptions, result.TreeOptions), new FileSettings(result.AnalyzerOptions, result.TreeOptions, ReleasesFor(fullPath, result)));
        }

        /// <summary>The file of releases; null where none is named, or it cannot be read.</summary>
        private SourceFile? ReleasesFor(string fullPath, AnalyzerConfigOptionsResult result)
        {
            if (!result.AnalyzerOptions.TryGetValue(SettingKeys.Releases, out var name) || name.Length == 0)
                return null;
            for (var i = configs.Length - 1; i >= 0; i--)
            {
                // Roslyn does not say which of the files a value comes from.
                var own = AnalyzerConfigSet.Create(ImmutableArray.Create(configs[i].Config)).GetOptionsForSourcePath(fullPath);
                if (own.AnalyzerOptions.ContainsKey(SettingKeys.Releases))
                {
                    return TryReadNamed(name, configs[i].Path, out _) is ({ } path, { } text) ? new SourceFile(ShownPath.Of(path, root), path, text) : null;
                }
            }

            return null;
        }
    }
}
