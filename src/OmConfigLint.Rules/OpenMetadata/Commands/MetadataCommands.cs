using System.Collections.Immutable;

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

    /// <summary>The index of the command of <c>metadata</c> among <paramref name="invocation"/>'s words; -1 where it is another program's.</summary>
    public static int IndexIn(CommandInvocation invocation) => IndexIn(invocation.Words, 0);

    /// <summary>The index of the command where the word at <paramref name="start"/> is <c>metadata</c>; -1 where it is not, or has no command that is known.</summary>
    public static int IndexIn(ImmutableArray<CommandWord> words, int start)
    {
        if (words[start].Name != Program)
            return -1;
        // `metadata --loglevel DEBUG ingest -c …`
        for (var i = start + 1; i < words.Length; i++)
        {
            if (IsKnown(words[i].Value))
                return i;
            if (!words[i].IsOption && !words[i - 1].IsOption)
                break;
        }

        return -1;
    }

    /// <summary>True for one that some release has, or that people write for one.</summary>
    private static bool IsKnown(string command) => Names.Contains(command);
}
