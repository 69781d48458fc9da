using System.Buffers;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>Texts of which one stands in every command that rules know, so that all other scripts are passed over unread.</summary>
internal static class CommandMarkers
{
    /// <summary>The commands of <c>metadata</c> with that word before them: what a file must hold to be looked at where no other name of OpenMetadata's is in it.</summary>
    public static readonly string[] OfMetadata =
    [
        "metadata ingest", "metadata profile", "metadata test", "metadata usage", "metadata lineage", "metadata classify", "metadata app",
        "metadata insight", "metadata docker", "metadata backup", "metadata restore", "metadata dataquality",
    ];

    private static readonly SearchValues<string> Any =
        SearchValues.Create(["openmetadata", "open-metadata", "bootstrap_storage", "sourceConfig", "metadata_server", .. OfMetadata], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Upgrades =
        SearchValues.Create(["openmetadata-ops", "bootstrap_storage", "execute-migrate", "helm"], StringComparison.Ordinal);

    /// <summary>True where <paramref name="text"/> may hold a command of OpenMetadata's, or write a workflow.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(Any);

    /// <summary>True where <paramref name="text"/> may hold a step of an upgrade, so that what runs before it matters.</summary>
    public static bool OfUpgradeAreIn(ReadOnlySpan<char> text) => text.ContainsAny(Upgrades) && AreIn(text);
}
