using System.Collections.Concurrent;
using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>The releases of a run: which ones count may differ by path, as every setting. Several threads may ask at once.</summary>
public sealed class ReleaseCatalogs
{
    private readonly ConcurrentDictionary<string, (ReleaseCatalog Catalog, ImmutableArray<ConfigurationProblem> Problems)> _byName = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the users' lists that have been read.</summary>
    public IEnumerable<ConfigurationProblem> Problems => _byName.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Problems);

    /// <summary>The releases with those of a user's list.</summary>
    /// <param name="list">The list; null for what is compiled in.</param>
    public ReleaseCatalog Of(SourceFile? list) =>
        list is null ? ReleaseCatalog.Default : _byName.GetOrAdd(list.FullPath, static (_, file) => ReleaseFile.Read(file), list).Catalog;

    /// <summary>The releases that count where <paramref name="context"/> is analysed.</summary>
    internal ReleaseCatalog Of(DocumentAnalysisContext context) =>
        context.Option(SettingKeys.Releases) is { } path && _byName.TryGetValue(path, out var known) ? known.Catalog : ReleaseCatalog.Default;

    /// <summary>True where a user's list has the release, so that it is not unknown wherever that list holds.</summary>
    internal bool IsAdded(ReleaseVersion release) => _byName.Values.Any(known => known.Catalog.IsKnown(release));

    /// <summary>Why a release number means no release in any list that has been read; null where it means one.</summary>
    public string? FindProblem(string release)
    {
        var message = ReleaseCatalog.Default.ResolveTarget(release) is { Version: null } unknown ? unknown.Message : null;
        return message is null || _byName.Values.Any(known => known.Catalog.ResolveTarget(release).Version is not null) ? null : message;
    }
}
