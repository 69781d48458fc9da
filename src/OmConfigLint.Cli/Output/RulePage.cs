using System.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>What a report quotes from a rule's page.</summary>
internal sealed class RulePage
{
    private RulePage(string markdown, string summary, string text)
    {
        Markdown = markdown;
        Summary = summary;
        Text = text;
    }

    /// <summary>The page without its front matter.</summary>
    public string Markdown { get; }

    /// <summary>The first paragraph, on one line.</summary>
    public string Summary { get; }

    /// <summary>The page's prose, without headings' marks, examples and fences.</summary>
    public string Text { get; }

    /// <summary>Reads a page.</summary>
    public static RulePage Parse(string page)
    {
        var markdown = WithoutFrontMatter(page.ReplaceLineEndings("\n")).Trim('\n');
        var text = new StringBuilder();
        var summary = new StringBuilder();
        var isSummaryOver = false;
        var inFence = false;
        var heading = "";
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inFence = !inFence;
            }
            else if (!inFence && line.StartsWith('#'))
            {
                // The title is said elsewhere; a heading without prose under it is left out.
                heading = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : "";
            }
            else if (!inFence && line.Length > 0)
            {
                if (heading.Length > 0)
                    text.Append(text.Length > 0 ? "\n" : "").Append(heading).Append('\n');
                heading = "";
                text.Append(line).Append('\n');
                if (!isSummaryOver)
                    summary.Append(summary.Length > 0 ? " " : "").Append(line.Trim());
            }

            isSummaryOver |= summary.Length > 0 && line.Length == 0;
        }

        return new RulePage(markdown, summary.ToString(), text.ToString().TrimEnd('\n'));
    }

    private static string WithoutFrontMatter(string page)
    {
        const string Fence = "---\n";
        if (!page.StartsWith(Fence, StringComparison.Ordinal))
            return page;
        var end = page.IndexOf("\n" + Fence, StringComparison.Ordinal);
        return end < 0 ? page : page[(end + 1 + Fence.Length)..];
    }
}
