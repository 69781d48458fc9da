using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Generator;

/// <summary>Writes a page as the C# expression that creates it, so that nothing is parsed at run time.</summary>
internal static class PageEmitter
{
    /// <summary>The expression of type <c>RulePage</c>.</summary>
    public static string Emit(RulePageContent page)
    {
        var code = new StringBuilder();
        code.AppendLine("new RulePage");
        code.AppendLine("{");
        Property("Id", Literal(page.Id));
        Property("Name", Literal(page.Name));
        Property("Title", Literal(page.Title));
        Property("Category", Literal(page.Category));
        Property("Severity", "DiagnosticSeverity." + (page.Severity == "note" ? "Info" : Capitalize(page.Severity)));
        if (page.Since is { } since)
            Property("Since", ReleaseEmitter.EmitVersion(since));
        Property("Fix", "FixAvailability." + Capitalize(page.Fix));
        if (page.Help is { } help)
            Property("Help", Literal(help));
        if (!page.Sources.IsEmpty)
            Property("Sources", $"[{string.Join(", ", page.Sources.Select(Literal))}]");
        Property("Analyzer", Literal(page.Analyzer));
        Property("With", $"new RuleParameters({Literal($"page {page.Id}")}, {(page.With is { } with ? EmitParameter(with) : "RuleParameter.Mapping()")})");
        Property("ReadMarkdown", $"static () => Encoding.UTF8.GetString({RawLiteral(page.Markdown)}u8)");
        code.Append('}');
        return code.ToString();

        void Property(string name, string value) => code.AppendLine($"    {name} = {value},");
    }

    /// <summary>The expression of type <c>RuleParameter</c>.</summary>
    public static string EmitParameter(FrontMatterNode node) => node switch
    {
        FrontMatterScalar scalar => $"RuleParameter.Of({Literal(scalar.Text)})",
        FrontMatterSequence sequence => $"RuleParameter.List({string.Join(", ", sequence.Items.Select(EmitParameter))})",
        FrontMatterMapping mapping =>
            $"RuleParameter.Mapping({string.Join(", ", mapping.Entries.Select(entry => $"({Literal(entry.Key.Text)}, {EmitParameter(entry.Value)})"))})",
        _ => throw new InvalidOperationException(),
    };

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);

    /// <summary>The text as a C# literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A raw literal, in which the page can be read as it is written. <paramref name="text"/> ends in a line end.</summary>
    private static string RawLiteral(string text)
    {
        var quotes = "\"\"\"";
        while (text.Contains(quotes))
            quotes += "\"";
        return $"{quotes}\n{text}\n{quotes}";
    }
}
