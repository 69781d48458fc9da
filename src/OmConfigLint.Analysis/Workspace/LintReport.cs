namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// Recognises what linters write into the trees that they look at: omlint's baseline and reports, and SARIF of whatever tool. They quote the
/// files with their images and packages, and are none of them.
/// </summary>
public static class LintReport
{
    /// <summary>Of a text so much is looked at.</summary>
    private const int HeadLength = 512;

    /// <summary>Says whether <paramref name="text"/> is such a report.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.IsEmpty || text[0] is not ('{' or '['))
            return false;

        Span<char> head = stackalloc char[HeadLength];
        var length = 0;
        foreach (var character in text[..Math.Min(HeadLength, text.Length)])
        {
            if (!char.IsWhiteSpace(character))
                head[length++] = character;
        }

        // What each of them begins with, without white space.
        head = head[..length];
        return head.StartsWith("""{"version":1,"findings":[""", StringComparison.Ordinal)
            || head.StartsWith("""{"version":1,"tool":{"name":"omlint",""", StringComparison.Ordinal)
            || head.StartsWith("""[{"type":"issue","check_name":"OM""", StringComparison.Ordinal)
            || head.StartsWith("""{"version":"2.1.0","runs":[""", StringComparison.Ordinal)
            || head.StartsWith("""{"$schema":""", StringComparison.Ordinal) && head.Contains("/sarif", StringComparison.Ordinal);
    }
}
