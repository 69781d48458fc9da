using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>A heading of a page.</summary>
/// <param name="Level">The number of <c>#</c>.</param>
/// <param name="Text">What stands behind them.</param>
/// <param name="Line">1-based line of the page.</param>
internal readonly record struct RulePageHeading(int Level, string Text, int Line)
{
    /// <summary>The headings of <paramref name="markdown"/>, front matter and fenced blocks left out.</summary>
    public static ImmutableArray<RulePageHeading> Read(string markdown)
    {
        var headings = ImmutableArray.CreateBuilder<RulePageHeading>();
        var lines = markdown.Split('\n');
        var line = Math.Max(0, Array.IndexOf(lines, "---", 1));
        string? fence = null;
        for (; line < lines.Length; line++)
        {
            var text = lines[line];
            if (text.StartsWith("```", StringComparison.Ordinal))
            {
                var ticks = text.Substring(0, text.Length - text.TrimStart('`').Length);
                if (fence is null)
                    fence = ticks;
                else if (ticks.Length >= fence.Length && ticks.Length == text.TrimEnd().Length)
                    fence = null;
            }
            else if (fence is null && text.Length - text.TrimStart('#').Length is var level and > 0 && text.Length > level && text[level] == ' ')
            {
                headings.Add(new RulePageHeading(level, text.Substring(level).Trim(), line + 1));
            }
        }

        return headings.ToImmutable();
    }
}
