namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>
/// Checks an edited text against the operations that were to be made: the edited tree must be the old tree with exactly the declared
/// entries removed, inserted, renamed and replaced, and every other node of the same content and type, in the same order.
/// It knows nothing of how the text was edited.
/// </summary>
public static class YamlEditProof
{
    /// <summary>Compares the whole stream.</summary>
    /// <returns>Null where the edit is proved; else the first difference, for the user.</returns>
    public static string? FindDifference(YamlEditor declared, YamlTree edited)
    {
        var (old, now) = (declared.Tree.Documents, edited.Documents);
        if (old.Length != now.Length)
            return $"the text has {now.Length} documents instead of {old.Length}";

        for (var i = 0; i < old.Length; i++)
        {
            if (FindDifference(declared, old[i], now[i]) is { } difference)
                return old.Length == 1 ? difference : $"document {i + 1}: {difference}";
        }

        return null;
    }

    /// <summary>Compares one document of the old tree with <paramref name="extracted"/>, a tree of that one document.</summary>
    /// <returns>Null where the edit is proved; else the first difference, for the user.</returns>
    public static string? FindDifference(YamlEditor declared, YamlDocument document, YamlTree extracted) => extracted.Documents is [var only]
        ? FindDifference(declared, document, only)
        : $"the text has {extracted.Documents.Length} documents instead of 1";

    private static string? FindDifference(YamlEditor declared, YamlDocument old, YamlDocument now) =>
        new YamlComparison(declared).FindDifference(old.Root, now.Root);
}
