namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Recognises OpenMetadata's name.</summary>
internal static class OpenMetadataName
{
    /// <summary>True where <paramref name="text"/> names it: <c>openmetadata_db</c>, <c>OpenMetadata</c>, <c>open-metadata</c>.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.Contains("openmetadata", StringComparison.OrdinalIgnoreCase)
        || text.Contains("open-metadata", StringComparison.OrdinalIgnoreCase)
        || text.Contains("open_metadata", StringComparison.OrdinalIgnoreCase);
}
