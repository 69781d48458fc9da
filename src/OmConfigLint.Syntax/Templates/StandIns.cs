namespace OmConfigLint.Syntax.Templates;

/// <summary>
/// The characters that stand in a template's document for text that is not known before it is rendered: of Unicode's private use area, a
/// different one for each stretch.
/// </summary>
public static class StandIns
{
    internal const char First = '\uE000';

    internal const char Last = '\uF8FF';

    /// <summary>True where <paramref name="text"/> holds text that is not known before the template is rendered.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(First, Last) >= 0;
}
