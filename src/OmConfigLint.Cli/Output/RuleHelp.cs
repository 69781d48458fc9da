using System.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>What a report quotes from a rule's page.</summary>
/// <param name="Markdown">The page without its front matter.</param>
/// <param name="Text">Its prose: no title, no examples, headings without marks.</param>
/// <param name="Summary">The first paragraph, on one line.</param>
internal sealed record RuleHelp(string Markdown, string Text, string Summary)
{
    private const string FrontMatterFence = "---\n";

    /// <summary>Reads a page.</summary>
    public static RuleHelp Parse(string page)
    {
        var markdown = WithoutFrontMatter(page.ReplaceLineEndings("\n")).Trim('\n');
        var paragraphs = new List<string>();
        var heading = "";
        var isExample = false;
        foreach (var paragraph in Paragraphs(markdown))
        {
            if (paragraph.StartsWith('#'))
            {
                heading = paragraph.StartsWith("# ", StringComparison.Ordinal) ? "" : paragraph.TrimStart('#').Trim();
                isExample = heading.StartsWith("Example", StringComparison.Ordinal) || heading.StartsWith("Fixed", StringComparison.Ordinal);
            }
            else if (!isExample && !paragraph.StartsWith("```", StringComparison.Ordinal))
            {
                // A heading stands on the line before its text, so that one without text is not left over.
                paragraphs.Add(heading.Length > 0 ? $"{heading}\n{paragraph}" : paragraph);
                heading = "";
            }
        }

        var first = paragraphs.Count == 0 ? "" : paragraphs[0][(paragraphs[0].IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return new RuleHelp(markdown, string.Join("\n\n", paragraphs), first.Replace('\n', ' '));
    }

    private static string WithoutFrontMatter(string page)
    {
        if (!page.StartsWith(FrontMatterFence, StringComparison.Ordinal))
            return page;
        var end = page.IndexOf("\n" + FrontMatterFence, StringComparison.Ordinal);
        return end < 0 ? page : page[(end + 1 + FrontMatterFence.Length)..];
    }

    /// <summary>What blank lines divide; a fenced block is one, whatever it holds, and a heading stands for itself.</summary>
    private static List<string> Paragraphs(string markdown)
    {
        var paragraphs = new List<string>();
        var current = new StringBuilder();
        var inFence = false;
        foreach (var line in markdown.Split('\n'))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            var isHeading = !inFence && line.StartsWith('#');
            if ((isFence && !inFence) || isHeading || (line.Length == 0 && !inFence))
                Close();
            if (line.Length > 0 || inFence)
                current.Append(current.Length > 0 ? "\n" : "").Append(line);
            if ((isFence && inFence) || isHeading)
                Close();
            inFence ^= isFence;
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (current.Length > 0)
                paragraphs.Add(current.ToString());
            current.Clear();
        }
    }
}
