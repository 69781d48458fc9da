using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>All that the engine is told of a domain: its analyzers and how documents are recognised.</summary>
public sealed record RuleSet
{
    /// <summary>The analyzers.</summary>
    public required ImmutableArray<ConfigAnalyzer> Analyzers { get; init; }

    /// <summary>Makes a document's models; none where the document is nothing the rules know.</summary>
    public required Func<ConfigDocument, ImmutableArray<object>> Bind { get; init; }

    /// <summary>Finds the documents that stand inside another one. They are read, bound and analysed like it.</summary>
    public Func<ConfigDocument, IEnumerable<EmbeddedDocument>> FindEmbedded { get; init; } = _ => [];

    /// <summary>What a bound document tells the rest of the tree.</summary>
    public required Func<ConfigDocument, IEnumerable<WorkspaceFact>> GetFacts { get; init; }

    /// <summary>Printable ASCII texts of which at least one stands in every file that can matter.</summary>
    public required ImmutableArray<string> ContentMarkers { get; init; }

    /// <summary>Printable ASCII texts of which at least one stands in every file that has facts, and not only as the name of a host.</summary>
    public required ImmutableArray<string> FactMarkers { get; init; }

    /// <summary>The <c>.editorconfig</c> keys that rules read, beside the engine's own.</summary>
    public ImmutableArray<string> OptionKeys { get; init; } = [];

    /// <summary>Every rule, the engine's own included, by id.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }
}
