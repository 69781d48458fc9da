using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>What a directory of pages holds.</summary>
/// <param name="Pages">The pages that are right, by file name.</param>
/// <param name="Errors">What is wrong with the others; a run with errors does not start.</param>
public sealed record LoadedRulePages(ImmutableArray<RulePage> Pages, ImmutableArray<RulePageError> Errors);
