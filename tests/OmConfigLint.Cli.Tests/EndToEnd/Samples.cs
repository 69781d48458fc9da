using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>Files as they stand in real repositories.</summary>
internal static class Samples
{
    /// <summary>A secret; no output ever holds it.</summary>
    public const string Secret = "hunter2-5f3b";

    /// <summary>A Profiler workflow with everything that 1.6 takes away.</summary>
    public const string Profiler = """
        # Nightly profile of the shop.
        source:
          type: mysql
          serviceName: shop
          serviceConnection:
            config:
              type: Mysql
              username: openmetadata
              authType:
                password: hunter2-5f3b # rotated monthly
              hostPort: shop-db:3306
          sourceConfig:
            config:
              type: Profiler
              includeViews: true
              generateSampleData: true # the stewards look at these rows
              processPiiSensitive: yes
              confidence: 85
              schemaFilterPattern:
                includes: [orders, customers]
        processor:
          type: orm-profiler
          config: {}
        sink:
          type: metadata-rest
          config: {}
        workflowConfig:
          openMetadataServerConfig:
            hostPort: http://openmetadata:8585/api
            authProvider: openmetadata
            securityConfig:
              jwtToken: hunter2-5f3b

        """;

    /// <summary>A Profiler workflow that 1.6 accepts, and in which it changes something all the same.</summary>
    public const string Notes = """
        source:
          type: mysql
          serviceName: stock
          sourceConfig:
            config:
              type: Profiler
        sink: { type: metadata-rest, config: {} }
        workflowConfig: { successThreshold: 90 }

        """;

    /// <summary>Two workflows of one service: a property moves from the first to the second.</summary>
    public const string Metadata = """
        source:
          type: mysql
          serviceName: shop
          sourceConfig:
            config:
              type: DatabaseMetadata
              overrideViewLineage: true
        sink: { type: metadata-rest, config: {} }

        """;

    /// <summary>See <see cref="Metadata"/>.</summary>
    public const string Lineage = """
        source:
          type: mysql-lineage
          serviceName: shop
          sourceConfig:
            config:
              type: DatabaseLineage
        sink: { type: metadata-rest, config: {} }

        """;

    /// <summary>A workflow with nothing to say about.</summary>
    public const string Clean = """
        source:
          type: mysql
          serviceName: shop
          sourceConfig:
            config:
              type: DatabaseMetadata
        sink: { type: metadata-rest, config: {} }

        """;

    /// <summary>A workflow that no loader reads.</summary>
    public const string Broken = "source:\n  sourceConfig: [\nsink: {}\n";

    /// <summary>A directory with these files.</summary>
    public static TemporaryDirectory Directory(params (string Path, string Text)[] files)
    {
        var directory = new TemporaryDirectory();
        foreach (var (path, text) in files)
            directory.Write(path, text);
        return directory;
    }
}
