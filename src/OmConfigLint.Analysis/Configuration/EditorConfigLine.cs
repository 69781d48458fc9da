using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Configuration;

/// <summary>A line of an <c>.editorconfig</c> with its place, which Roslyn's <c>AnalyzerConfig</c> does not keep.</summary>
/// <param name="Key">The key, as it was written; for a line that Roslyn passes over all of it.</param>
/// <param name="KeySpan">Where it stands.</param>
/// <param name="Value">The value without the comment behind it; null for a line that Roslyn passes over.</param>
/// <param name="ValueSpan">Where it stands.</param>
/// <param name="IsInSection">False before the first section.</param>
internal readonly partial record struct EditorConfigLine(string Key, TextSpan KeySpan, string? Value, TextSpan ValueSpan, bool IsInSection)
{
    /// <summary>All lines but sections, comments and empty ones, told apart as <c>AnalyzerConfig.Parse</c> does.</summary>
    public static IEnumerable<EditorConfigLine> Read(SourceText text)
    {
        var isInSection = false;
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            if (SectionPattern().IsMatch(content))
            {
                isInSection = true;
            }
            else if (PropertyPattern().Match(content) is { Success: true } match)
            {
                var (key, value) = (match.Groups["key"], match.Groups["value"]);
                yield return new EditorConfigLine(key.Value, SpanOf(key), value.Value, SpanOf(value), isInSection);
            }
            else if (content.AsSpan().Trim() is { IsEmpty: false } rest and not ['#' or ';', ..])
            {
                var start = line.Start + content.Length - content.AsSpan().TrimStart().Length;
                yield return new EditorConfigLine(rest.ToString(), new TextSpan(start, rest.Length), null, default, isInSection);
            }

            TextSpan SpanOf(Group group) => new(line.Start + group.Index, group.Length);
        }
    }

    [GeneratedRegex(@"^\s*\[(([^#;]|\\#|\\;)+)\]\s*([#;].*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^\s*(?<key>[\w\.\-_]+)\s*[=:]\s*(?<value>.*?)\s*([#;].*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex PropertyPattern();
}
