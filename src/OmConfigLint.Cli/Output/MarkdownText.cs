using System.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>Texts as they may stand in Markdown, whatever they hold.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// One of omlint's texts: what stands between back-ticks is code, and all else plain text that formats, links and calls nobody.
    /// </summary>
    public static string Of(string text)
    {
        var parts = DisplayText.OneLine(text).Split('`');
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            // Of an odd number of back-ticks the last is one.
            var isCode = i % 2 == 1 && i < parts.Length - 1 && parts[i].Length > 0;
            if (isCode)
                result.Append(Code(parts[i]));
            else if (i % 2 == 1)
                result.Append("\\`").Append(Plain(parts[i])).Append(i < parts.Length - 1 ? "\\`" : "");
            else
                result.Append(Plain(parts[i]));
        }

        return result.ToString();
    }

    /// <summary>A text as code, whatever back-ticks it holds.</summary>
    public static string Code(string text)
    {
        text = DisplayText.OneLine(text);
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest > 0 || text.StartsWith(' ') || text.EndsWith(' ') ? $"{fence} {text} {fence}" : fence + text + fence;
    }

    private static StringBuilder Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '!' or '$')
                result.Append('\\');
            result.Append(c);
            // A forge would call whoever has that name.
            if (c == '@')
                result.Append('\u200B');
        }

        return result;
    }
}
