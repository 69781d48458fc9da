using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Rules.Pages;

/// <summary>A rule as its page in <c>rules/</c> declares it. Its examples are run by the tests, never at run time.</summary>
public sealed record RulePage
{
    /// <summary>The id, as in <c>OM1001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, as in <c>profiler-generate-sample-data</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The rule in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The category, which is also what the first digit of the id says.</summary>
    public required string Category { get; init; }

    /// <summary>The default severity; a note is <see cref="DiagnosticSeverity.Info"/>.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>The OpenMetadata release that made the change; null for a rule of no release.</summary>
    public ReleaseVersion? Since { get; init; }

    /// <summary>What fixes the rule's findings carry.</summary>
    public required FixAvailability Fix { get; init; }

    /// <summary>OpenMetadata's own page about the change.</summary>
    public string? Help { get; init; }

    /// <summary>Where the facts stand: addresses.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The kind of analyzer: a name of <c>AnalyzerKinds</c>, or <c>engine</c> for what the engine finds itself.</summary>
    public required string Analyzer { get; init; }

    /// <summary>The analyzer's parameters: what the page says under <c>with</c>.</summary>
    public required RuleParameters With { get; init; }

    /// <summary>Decodes <see cref="Markdown"/>, which few runs ask for.</summary>
    public required Func<string> ReadMarkdown { get; init; }

    /// <summary>The whole page, front matter included, with LF line ends.</summary>
    public string Markdown => ReadMarkdown();

    /// <summary>The rule as the engine knows it.</summary>
    public Rule ToRule() => new(Id, Name, Title, Category, Severity, Fix, Since, Help, ReadMarkdown);
}
