using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Dotenv;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// Tells which server a file belongs to. A tree may hold several deployments: two folders with a Compose file each, values for development and
/// for production, examples of old releases. So the servers that count for a file are those of the nearest folder around it in which there are any,
/// and they count only where all of them are of one release. Examples, samples, demos, tests and documentation are worlds of their own: what
/// stands in them counts for nothing outside, and nothing outside for them.
/// </summary>
internal static class Deployment
{
    private static readonly string[] OwnWorlds =
        ["example", "examples", "sample", "samples", "demo", "demos", "test", "tests", "doc", "docs", "documentation", "fixtures", "testdata", "quickstart", "archive", "legacy", "old"];

    /// <summary>The servers that <paramref name="file"/> belongs to; none where there are none, or not of one release.</summary>
    public static IReadOnlyList<VersionFact> ServersOf(SourceFile file, WorkspaceFiles files)
    {
        var path = file.Outermost.Path;
        var world = WorldOf(path);
        var servers = files.Index.Find(VersionFact.AnyKey).OfType<VersionFact>()
            .Where(fact => fact.Role == VersionRole.ServerImage && WorldOf(fact.Path) == world)
            .ToList();
        for (var directory = VersionFact.GroupOf(path); servers.Count > 0; directory = VersionFact.GroupOf(directory))
        {
            var near = servers.FindAll(fact => IsIn(fact.Path, directory));
            if (near.Count > 0)
                return AreOfOneRelease(near, files) ? near : [];
            if (directory.Length == 0 || directory == world)
                break;
        }

        return [];
    }

    /// <summary>The release of the servers that <paramref name="file"/> belongs to; null where it is not certain.</summary>
    public static ReleaseVersion? ServerRelease(SourceFile file, WorkspaceFiles files) =>
        ServersOf(file, files) is [var server, ..] ? ReleaseOf(server, files) : null;

    /// <summary>The release that <paramref name="fact"/> speaks of, its variable followed to <c>.env</c>; null where that is not certain.</summary>
    public static ReleaseVersion? ReleaseOf(VersionFact fact, WorkspaceFiles files)
    {
        var version = fact.Version;
        if (fact.Variable is { } variable)
        {
            var directory = VersionFact.GroupOf(fact.Path);
            var path = directory.Length == 0 ? ".env" : directory + "/.env";
            if (files.Exists(path) && files.TryParse(path) is (_, DotenvTree tree) && tree.Find(variable) is { } entry)
                version = ReleaseVersion.TryParse(entry.Value.Value, out var written) ? written : null;
        }

        return version is { PartCount: > 2 } ? version : null;
    }

    private static bool AreOfOneRelease(List<VersionFact> servers, WorkspaceFiles files)
    {
        var first = ReleaseOf(servers[0], files);
        return first is not null && servers.TrueForAll(server => ReleaseOf(server, files) == first);
    }

    /// <summary>The folder of the innermost world of its own that <paramref name="path"/> lies in, one below the name that says so; empty for the tree.</summary>
    public static string WorldOf(string path)
    {
        var names = path.Split('/');
        for (var i = names.Length - 2; i >= 0; i--)
        {
            if (OwnWorlds.Contains(names[i], StringComparer.OrdinalIgnoreCase))
                return string.Join('/', names.Take(Math.Min(i + 2, names.Length - 1)));
        }

        return "";
    }

    /// <summary>True where the file at <paramref name="path"/> lies in <paramref name="directory"/> or below.</summary>
    public static bool IsIn(string path, string directory) => directory.Length == 0 || path.StartsWith(directory + "/", StringComparison.Ordinal);
}
