using System.Buffers;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>The Python packages of OpenMetadata, by their normal names.</summary>
internal static class OpenMetadataPackage
{
    /// <summary>The connectors and the command <c>metadata</c>.</summary>
    public const string Ingestion = "openmetadata-ingestion";

    /// <summary>The plugin by which the server deploys workflows to Airflow.</summary>
    public const string ManagedApis = "openmetadata-managed-apis";

    private static readonly string[] Names =
        [Ingestion, ManagedApis, "openmetadata-airflow-managed-apis", "openmetadata-ingestion-core", "openmetadata-sqllineage"];

    private static readonly SearchValues<string> Spellings = SearchValues.Create(
        [
            "openmetadata-ingestion", "openmetadata_ingestion", "openmetadata-managed", "openmetadata_managed", "openmetadata-airflow-managed",
            "openmetadata_airflow_managed", "openmetadata-sqllineage", "openmetadata_sqllineage",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the normal name of one of them.</summary>
    public static bool Is(string normalizedName) => Names.AsSpan().Contains(normalizedName);

    /// <summary>True where <paramref name="text"/> may name one; in a text that does not, there is nothing to look for.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(Spellings);

    /// <summary>Where one may be named at or behind <paramref name="start"/>; -1 where none is.</summary>
    public static int IndexIn(string text, int start)
    {
        var index = text.AsSpan(start).IndexOfAny(Spellings);
        return index < 0 ? -1 : start + index;
    }
}
