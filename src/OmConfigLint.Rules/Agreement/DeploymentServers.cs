using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;

namespace OmConfigLint.Rules.Agreement;

/// <summary>
/// The servers of a tree: images, and charts that bring the image of their own number. Which of them a file belongs to is told only where it is
/// certain, and all servers near the file are of one release.
/// </summary>
internal sealed class DeploymentServers
{
    /// <summary>The chart that brings the server.</summary>
    public const string ServerChart = "openmetadata";

    private readonly Dictionary<string, List<VersionFact>> _byWorld;
    private readonly ImmutableArray<VersionFact> _all;
    private readonly ImmutableArray<DeploymentFolderFact> _folders;

    /// <summary>Collects the servers of <paramref name="index"/>.</summary>
    public DeploymentServers(WorkspaceIndex index)
    {
        _all = [.. index.Find(VersionFact.AnyKey).OfType<VersionFact>().Where(fact => !DeploymentLayout.IsCi(fact.Path))];
        _folders = [.. index.Find(DeploymentFolderFact.AnyKey).OfType<DeploymentFolderFact>()];
        _byWorld = _all.Where(IsServer).GroupBy(fact => Deployment.WorldOf(fact.Path), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>The servers that the file at <paramref name="path"/> belongs to; none where there are none, or several releases.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">The files around it.</param>
    /// <param name="catalog">The releases that count.</param>
    /// <param name="imagesOnly">True where a chart does not count as a server.</param>
    public IReadOnlyList<VersionFact> Of(string path, WorkspaceFiles files, ReleaseCatalog catalog, bool imagesOnly)
    {
        var world = Deployment.WorldOf(path);
        if (DeploymentLayout.IsCi(path) || !_byWorld.TryGetValue(world, out var servers))
            return [];
        if (imagesOnly)
            servers = servers.FindAll(server => server.Role == VersionRole.ServerImage);
        var composes = _folders.Where(folder => folder.Covers(path)).Select(folder => folder.Path).ToHashSet(StringComparer.Ordinal);
        if (composes.Count > 0)
        {
            var taking = servers.FindAll(server => composes.Contains(server.Path));
            return ReleaseOf(taking, files, catalog) is null ? [] : taking;
        }

        if (servers.FindAll(server => server.Path == path) is { Count: > 0 } own)
            return ReleaseOf(own, files, catalog) is null ? [] : own;

        for (var directory = VersionFact.GroupOf(path); ; directory = VersionFact.GroupOf(directory))
        {
            if (servers.FindAll(server => Deployment.IsIn(server.Path, directory)) is { Count: > 0 } near)
            {
                var joined = near.FindAll(server => DeploymentLayout.Joins(path, server.Path, files));
                // What lies in the folders above a file is its own; in those beside it there must be no second choice.
                var above = joined.FindAll(server => Deployment.IsIn(path, VersionFact.GroupOf(server.Path)));
                var (found, choice) = above.Count > 0 ? (above, above) : (joined, near);
                return found.Count > 0 && ReleaseOf(choice, files, catalog) is not null ? found : [];
            }

            if (directory.Length == 0 || directory == world)
                return [];
        }
    }

    /// <summary>The one release of <paramref name="servers"/>, three numbers; null where it is not certain.</summary>
    public static ReleaseVersion? ReleaseOf(IReadOnlyList<VersionFact> servers, WorkspaceFiles files, ReleaseCatalog catalog)
    {
        ReleaseVersion? common = null;
        foreach (var server in servers)
        {
            if (Deployment.ReleaseOf(server, files) is not { } written || (server.Role == VersionRole.Chart && !catalog.IsKnown(written)))
                return null;
            var release = new ReleaseVersion(written.Major, written.Minor, written.Patch, 0, 3);
            if (common is { } known && known != release)
                return null;
            common = release;
        }

        return common;
    }

    /// <summary>Everything with a version that belongs to the same deployment as the file at <paramref name="path"/>, servers first.</summary>
    public IEnumerable<VersionFact> PartiesOf(string path, IReadOnlyList<VersionFact> servers, WorkspaceFiles files)
    {
        var world = Deployment.WorldOf(path);
        return servers.Concat(_all.Where(fact => !servers.Contains(fact) && Deployment.WorldOf(fact.Path) == world
            && servers.Any(server => DeploymentLayout.Joins(fact.Path, server.Path, files) || _folders.Any(folder => folder.Path == server.Path && folder.Covers(fact.Path)))));
    }

    private static bool IsServer(VersionFact fact) => fact.Role == VersionRole.ServerImage || fact is { Role: VersionRole.Chart, Name: ServerChart };
}
