namespace OmConfigLint.Syntax.Templates;

/// <summary>Proves that a template was edited as the text between its regions was.</summary>
public static class TemplateProof
{
    /// <summary>Compares the text between the regions of <paramref name="edited"/> with what it was to become.</summary>
    /// <param name="original">The template that was edited or copied.</param>
    /// <param name="expected">Its text between the regions with the edits, regions as they stood in <paramref name="original"/>.</param>
    /// <param name="edited">The new template.</param>
    /// <returns>Null where both are the same, with the same expressions at the same places; else the difference, for the user.</returns>
    public static string? FindDifference(TemplateTree original, string expected, TemplateTree edited)
    {
        var (first, second) = (edited.Inner.Text.ToCharArray(), expected.ToCharArray());
        if (first.Length == second.Length)
        {
            // Whether a statement becomes blank or a comment depends on the text around it.
            foreach (var region in edited.Regions)
            {
                var start = region.Span.Start;
                if (first[start] is ' ' or '#' && second[start] is ' ' or '#')
                    first[start] = second[start] = ' ';
            }
        }

        var (now, declared) = (new string(first), new string(second));
        return IsSame(now, declared) && edited.Restore(now) == original.Restore(declared) ? null : "the regions of the edited template leave another text";
    }

    private static bool IsSame(string first, string second)
    {
        if (first.Length != second.Length)
            return false;
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] != second[i] && !(IsStandIn(first[i]) && IsStandIn(second[i])))
                return false;
        }

        return true;

        static bool IsStandIn(char c) => c is >= StandIns.First and <= StandIns.Last;
    }
}
