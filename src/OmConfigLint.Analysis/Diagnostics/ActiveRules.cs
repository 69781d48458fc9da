using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>The rules that are on for the files of which the same is set: worked out once, not for each file.</summary>
internal sealed class ActiveRules
{
    /// <summary>Finds out what is on.</summary>
    public ActiveRules(RuleSet rules, FileAnalysisSettings settings)
    {
        Analyzers = [.. rules.Analyzers.Where(analyzer => IsOn(analyzer.Rule) && analyzer.AppliesTo(settings.Releases))];
        FindsDuplicateKeys = IsOn(EngineRules.DuplicateKey);
        FindsUnusualLineBreaks = IsOn(EngineRules.UnusualLineBreak);
        FindsPartlyAnalysed = IsOn(EngineRules.PartlyAnalysed);

        bool IsOn(Rule rule) => settings.SeverityOf(rule) != DiagnosticSeverity.Hidden;
    }

    /// <summary>The analyzers that are on and apply to the releases in question.</summary>
    public ImmutableArray<ConfigAnalyzer> Analyzers { get; }

    /// <summary>Whether <see cref="EngineRules.DuplicateKey"/> is on.</summary>
    public bool FindsDuplicateKeys { get; }

    /// <summary>Whether <see cref="EngineRules.UnusualLineBreak"/> is on.</summary>
    public bool FindsUnusualLineBreaks { get; }

    /// <summary>Whether <see cref="EngineRules.PartlyAnalysed"/> is on.</summary>
    public bool FindsPartlyAnalysed { get; }

    /// <summary>The ids of the rules that are evaluated for a file.</summary>
    /// <param name="isYaml">Whether the file is YAML or JSON.</param>
    /// <param name="hasDocuments">Whether there is a document in it that analyzers were shown.</param>
    /// <param name="except">Those that were not, though they are on.</param>
    public IReadOnlySet<string> EvaluatedIn(bool isYaml, bool hasDocuments, IReadOnlySet<string> except)
    {
        if (!hasDocuments)
            return Ids([], isYaml);
        var ids = isYaml ? InYaml : InOthers;
        return except.Count == 0 ? ids : ids.Where(id => !except.Contains(id)).ToHashSet(StringComparer.Ordinal);
    }

    private HashSet<string> InYaml => field ??= Ids(Analyzers, isYaml: true);

    private HashSet<string> InOthers => field ??= Ids(Analyzers, isYaml: false);

    private HashSet<string> Ids(ImmutableArray<ConfigAnalyzer> analyzers, bool isYaml)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var analyzer in analyzers)
            ids.Add(analyzer.Rule.Id);
        if (FindsDuplicateKeys)
            ids.Add(EngineRules.DuplicateKey.Id);
        if (isYaml && FindsUnusualLineBreaks)
            ids.Add(EngineRules.UnusualLineBreak.Id);
        if (FindsPartlyAnalysed)
            ids.Add(EngineRules.PartlyAnalysed.Id);
        return ids;
    }
}
