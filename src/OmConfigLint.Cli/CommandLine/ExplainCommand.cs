using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Cli.Output;
using RulePage = OmConfigLint.Rules.Pages.RulePage;

namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>omlint explain</c>: prints a rule's page as Markdown, its front matter as a list; a terminal gets it lightly styled.</summary>
internal static class ExplainCommand
{
    /// <summary>Runs.</summary>
    public static int Run(ExplainRequest request, Terminal terminal)
    {
        if (KnownPages.Load(request.RulesDirectory, terminal) is not { } pages)
            return ExitCodes.Failure;

        var page = pages.FirstOrDefault(page =>
            page.Id.Equals(request.Rule, StringComparison.OrdinalIgnoreCase) || page.Name.Equals(request.Rule, StringComparison.OrdinalIgnoreCase));
        if (page is null)
        {
            var near = Spelling.Closest(request.Rule, pages.SelectMany(known => new[] { known.Id, known.Name }));
            return terminal.Fail($"there is no rule `{request.Rule}`; {(near is null ? "`omlint rules` lists them" : $"did you mean `{near}`?")}");
        }

        Write(page, terminal.Output, terminal.OutputStyle(request.Color));
        return ExitCodes.Success;
    }

    private static void Write(RulePage page, TextWriter output, TerminalStyle style)
    {
        var lines = page.Markdown.Split('\n').SkipWhile(line => !line.StartsWith("# ", StringComparison.Ordinal)).ToArray();
        string? fence = null;
        foreach (var line in lines.Take(lines.Length - 1))
        {
            if (fence is null && line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = new string('`', line.Length - line.TrimStart('`').Length);
                output.WriteLine(style.Frame(line));
            }
            else if (fence is not null)
            {
                output.WriteLine(line == fence ? style.Frame(line) : line);
                fence = line == fence ? null : fence;
            }
            else if (line.StartsWith('#'))
            {
                output.WriteLine(style.Bold(line));
                if (line.StartsWith("# ", StringComparison.Ordinal))
                    WriteHead(page, output, style);
            }
            else
            {
                output.WriteLine(WithCode(line, style));
            }
        }
    }

    private static void WriteHead(RulePage page, TextWriter output, TerminalStyle style)
    {
        output.WriteLine();
        output.WriteLine(page.Title);
        output.WriteLine();
        Item("severity", style.Severity(page.Severity, SeverityNames.Of(page.Severity)));
        Item("category", page.Category);
        if (page.Since is { } since)
            Item("since", $"OpenMetadata {since}");
        Item("fix", ListRulesCommand.NameOf(page.Fix));
        if (page.Help is { } help)
            Item("help", style.Link(help, help));
        foreach (var source in page.Sources)
            Item("source", style.Link(source, source));

        void Item(string name, string value) => output.WriteLine($"- {name}: {value}");
    }

    /// <summary>The line with what stands between single back-ticks set off.</summary>
    private static string WithCode(string line, TerminalStyle style) => !style.Colors
        ? line
        : string.Join('`', line.Split('`').Select((part, index) => index % 2 == 1 ? style.Hunk(part) : part));
}
