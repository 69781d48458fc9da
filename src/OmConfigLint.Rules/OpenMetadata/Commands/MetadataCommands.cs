namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>The command <c>metadata</c> of the ingestion package.</summary>
internal static class MetadataCommands
{
    /// <summary>What it is called.</summary>
    public const string Program = "metadata";

    private static readonly string[] Names =
    [
        "ingest", "profile", "test", "usage", "lineage", "classify", "app", "insight", "docker", "backup", "restore", "webhook", "ingest-dbt", "scaffold", "check",
        "openmetadata-imports-migration", "openmetadata_imports_migration", "openmetadata-dag-config-migration", "openmetadata_dag_config_migration", "dataquality",
    ];

    /// <summary>True for one that some release has, or that people write for one.</summary>
    public static bool IsKnown(string command) => Names.Contains(command);
}
