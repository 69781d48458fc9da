using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>A page as it was read and found right, in the page's own words; <see cref="RulePageReader"/> makes it.</summary>
internal sealed record RulePageContent
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Title { get; init; } = "";

    public string Category { get; init; } = "";

    /// <summary><c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public string Severity { get; init; } = "";

    /// <summary>A release number of two to four parts.</summary>
    public string? Since { get; init; }

    /// <summary><c>none</c>, <c>safe</c>, <c>unsafe</c> or <c>manual</c>.</summary>
    public string Fix { get; init; } = "";

    public string? Help { get; init; }

    public ImmutableArray<string> Sources { get; init; } = [];

    public string Analyzer { get; init; } = "";

    /// <summary>The analyzer's parameters; null where the page has none.</summary>
    public FrontMatterMapping? With { get; init; }

    /// <summary>The whole page, front matter included, with LF line ends and one at the end.</summary>
    public string Markdown { get; init; } = "";
}
