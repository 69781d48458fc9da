using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.Databases;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Compose;

/// <summary>A compose file. Which of its databases is OpenMetadata's is told by the server's <c>DB_HOST</c> and by the images.</summary>
internal sealed class ComposeFile
{
    private static readonly string[] ServerVariables = ["OM_DATABASE", "OPENMETADATA_CLUSTER_NAME"];

    private ComposeFile(ConfigDocument document, ImmutableArray<ComposeService> services)
    {
        Document = document;
        Services = services;
        Servers = [.. services.Where(IsServer)];
        Databases = [.. FindDatabases()];
        OtherDatabases = Servers.IsEmpty ? [] : [.. services.Where(service =>
            !Servers.Contains(service) && EngineOf(service) is not null && Databases.All(own => own.Service != service))];
    }

    /// <summary>The document.</summary>
    public ConfigDocument Document { get; }

    /// <summary>Its services, in the order of the text.</summary>
    public ImmutableArray<ComposeService> Services { get; }

    /// <summary>OpenMetadata's server, and what runs its migrations.</summary>
    public ImmutableArray<ComposeService> Servers { get; }

    /// <summary>OpenMetadata's databases.</summary>
    public ImmutableArray<ComposeDatabase> Databases { get; }

    /// <summary>Databases of other programs beside OpenMetadata's server.</summary>
    public ImmutableArray<ComposeService> OtherDatabases { get; }

    /// <summary>Recognises a compose file; null for any other document.</summary>
    public static ComposeFile? Bind(ConfigDocument document)
    {
        if (document.Yaml?.Root is not YamlMapping root || root.Find("services")?.Value.Resolved is not YamlMapping services)
            return null;
        var found = ImmutableArray.CreateBuilder<ComposeService>();
        foreach (var entry in services.Entries)
        {
            if (!entry.IsMerge && entry.Value.Resolved is YamlMapping mapping)
                found.Add(new ComposeService(entry, mapping));
        }

        return found.Any(service => service.Find("image") is not null || service.Find("build") is not null)
            ? new ComposeFile(document, found.ToImmutable())
            : null;
    }

    private static bool IsServer(ComposeService service) =>
        service.HasOpenMetadataImage("server")
        || (service.Environment("DB_HOST") is not null && ServerVariables.Any(name => service.Environment(name) is not null));

    private IEnumerable<ComposeDatabase> FindDatabases()
    {
        var hosts = Servers.Select(server => server.Environment("DB_HOST")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var candidates = Services.Where(service => EngineOf(service) is not null && !Servers.Contains(service)).ToList();
        var needed = hosts.Count == 0 ? candidates.Where(service => Servers.Any(server => server.DependsOn(service))).ToList() : [];
        foreach (var service in candidates)
        {
            var isOwn = service.HasOpenMetadataImage("db") || service.HasOpenMetadataImage("postgresql")
                || hosts.Any(service.IsReachedBy)
                || (needed is [var only] && only == service);
            if (isOwn)
                yield return new ComposeDatabase(service, EngineOf(service)!.Value, Document.Tree.Text);
        }
    }

    private static DatabaseEngine? EngineOf(ComposeService service)
    {
        var name = service.ImageName[(service.ImageName.LastIndexOf('/') + 1)..];
        if (service.HasOpenMetadataImage("db") || name.Contains("mysql", StringComparison.OrdinalIgnoreCase))
            return DatabaseEngine.MySql;
        if (name.Contains("postgres", StringComparison.OrdinalIgnoreCase))
            return DatabaseEngine.PostgreSql;
        if (service.Environment("MYSQL_ROOT_PASSWORD") is not null || service.Environment("MYSQL_DATABASE") is not null)
            return name.Contains("mariadb", StringComparison.OrdinalIgnoreCase) ? null : DatabaseEngine.MySql;
        if (service.Environment("POSTGRES_USER") is not null || service.Environment("POSTGRES_PASSWORD") is not null)
            return DatabaseEngine.PostgreSql;
        return service.Name switch
        {
            "mysql" => DatabaseEngine.MySql,
            "postgres" or "postgresql" => DatabaseEngine.PostgreSql,
            _ => null,
        };
    }
}
