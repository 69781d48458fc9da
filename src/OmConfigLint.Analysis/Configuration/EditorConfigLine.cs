using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>A line <c>key = value</c> with its place, which Roslyn's <c>AnalyzerConfig</c> does not keep.</summary>
/// <param name="Key">The key, as it was written.</param>
/// <param name="KeySpan">Where it stands.</param>
/// <param name="Value">The value without the comment behind it.</param>
/// <param name="ValueSpan">Where it stands.</param>
/// <param name="Section">The 0-based number of the section; -1 before the first.</param>
internal readonly partial record struct EditorConfigLine(string Key, TextSpan KeySpan, string Value, TextSpan ValueSpan, int Section)
{
    /// <summary>The lines of a file, read as <c>AnalyzerConfig.Parse</c> does.</summary>
    public static IEnumerable<EditorConfigLine> Read(SourceText text)
    {
        var section = -1;
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            if (SectionPattern().IsMatch(content))
            {
                section++;
            }
            else if (PropertyPattern().Match(content) is { Success: true } match)
            {
                var (key, value) = (match.Groups["key"], match.Groups["value"]);
                yield return new EditorConfigLine(
                    key.Value,
                    new TextSpan(line.Start + key.Index, key.Length),
                    value.Value,
                    new TextSpan(line.Start + value.Index, value.Length),
                    section);
            }
        }
    }

    [GeneratedRegex(@"^\s*\[(([^#;]|\\#|\\;)+)\]\s*([#;].*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^\s*(?<key>[\w\.\-_]+)\s*[=:]\s*(?<value>.*?)\s*([#;].*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PropertyPattern();
}
