using System.Globalization;
using System.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>What a terminal shows of a text from a file: no control character reaches it, and each character's width is known.</summary>
internal static class DisplayText
{
    /// <summary>
    /// The columns that <paramref name="rune"/> takes on a terminal: 2 for East Asian wide and emoji, 0 for combining marks, else 1.
    /// Follows Unicode's EastAsianWidth by whole blocks; what a terminal joins into one glyph is counted by its parts.
    /// </summary>
    public static int WidthOf(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            || value is >= 0x1160 and <= 0x11FF)
            return 0;
        return value is (>= 0x1100 and <= 0x115F)
            or 0x231A or 0x231B or 0x2329 or 0x232A or (>= 0x23E9 and <= 0x23EC) or 0x23F0 or 0x23F3
            or 0x25FD or 0x25FE or 0x2614 or 0x2615 or (>= 0x2648 and <= 0x2653) or 0x267F or 0x2693 or 0x26A1
            or 0x26AA or 0x26AB or 0x26BD or 0x26BE or 0x26C4 or 0x26C5 or 0x26CE or 0x26D4 or 0x26EA or 0x26F2 or 0x26F3
            or 0x26F5 or 0x26FA or 0x26FD or 0x2705 or 0x270A or 0x270B or 0x2728 or 0x274C or 0x274E
            or (>= 0x2753 and <= 0x2755) or 0x2757 or (>= 0x2795 and <= 0x2797) or 0x27B0 or 0x27BF
            or 0x2B1B or 0x2B1C or 0x2B50 or 0x2B55
            or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE10 and <= 0xFE19) or (>= 0xFE30 and <= 0xFE6F)
            or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x16FE0 and <= 0x18CFF) or (>= 0x1AFF0 and <= 0x1B2FF)
            or 0x1F004 or 0x1F0CF or 0x1F18E or (>= 0x1F191 and <= 0x1F19A) or (>= 0x1F200 and <= 0x1F64F)
            or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F7E0 and <= 0x1F7EB) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x1FA70 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1;
    }

    /// <summary>
    /// What is shown for <paramref name="rune"/>: control pictures for C0 but tabs, U+FFFD for other controls, line separators and
    /// bidirectional formatting, which could make a terminal show something else than the file holds.
    /// </summary>
    public static Rune Visible(Rune rune) => rune.Value switch
    {
        '\t' => rune,
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        0x200C or 0x200D => rune,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? Rune.ReplacementChar
            : rune,
    };

    /// <summary>A text on one line, as it may go to a terminal.</summary>
    public static string OneLine(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !text.EnumerateRunes().Any(NeedsReplacing))
            return text;

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(Visible(rune));
        return result.ToString();

        static bool NeedsReplacing(Rune rune) => Visible(rune) != rune;
    }
}
