using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>A word of a value, without quotes around it.</summary>
/// <param name="Start">Where it starts in the value.</param>
/// <param name="Text">The word.</param>
internal readonly record struct PackageWord(int Start, string Text)
{
    /// <summary>The words in <paramref name="span"/> of <paramref name="text"/>: separated by blanks and line breaks, which quotes keep together.</summary>
    public static List<PackageWord> Split(string text, TextSpan span)
    {
        var words = new List<PackageWord>();
        for (var i = span.Start; i < span.End;)
        {
            if (char.IsWhiteSpace(text[i]) || (text[i] == '\\' && i + 1 < span.End && text[i + 1] is '\n' or '\r'))
            {
                i++;
                continue;
            }

            var quote = text[i] is '"' or '\'' ? text[i] : '\0';
            var start = quote == '\0' ? i : i + 1;
            var end = start;
            while (end < span.End && (quote == '\0' ? !char.IsWhiteSpace(text[end]) : text[end] != quote))
                end++;
            if (end > start)
                words.Add(new PackageWord(start, text[start..end]));
            i = quote == '\0' ? end : end + 1;
        }

        return words;
    }
}
