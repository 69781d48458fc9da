using System.Collections.Immutable;
using OmConfigLint.Analysis.Configuration;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Cli.CommandLine;

/// <summary>
/// What <c>--select</c> and <c>--ignore</c> choose. A selector is an id, the beginning of ids (<c>OM1</c>), a name or a category. Of two that
/// match a rule the narrower decides, so that <c>--select OM1001 --ignore OM1</c> runs OM1001; of two equally narrow ones <c>--ignore</c> does.
/// </summary>
internal sealed class RuleSelection
{
    private readonly ImmutableArray<string> _select;
    private readonly ImmutableArray<string> _ignore;

    private RuleSelection(ImmutableArray<string> select, ImmutableArray<string> ignore)
    {
        _select = select;
        _ignore = ignore;
    }

    /// <summary>Creates the selection over <paramref name="rules"/>.</summary>
    /// <param name="select">The selectors of <c>--select</c>; none selects every rule.</param>
    /// <param name="ignore">The selectors of <c>--ignore</c>.</param>
    /// <param name="rules">Every rule there is.</param>
    /// <param name="error">Says which selector matches no rule; null where all do.</param>
    public static RuleSelection Create(ImmutableArray<string> select, ImmutableArray<string> ignore, IEnumerable<Rule> rules, out string? error)
    {
        var all = rules.ToArray();
        error = Check("--select", select) ?? Check("--ignore", ignore);
        return new RuleSelection(select, ignore);

        string? Check(string option, ImmutableArray<string> selectors)
        {
            if (selectors.FirstOrDefault(selector => !all.Any(rule => Match(selector, rule) > 0)) is not { } unknown)
                return null;
            var known = all.SelectMany(rule => new[] { rule.Id, rule.Name, rule.Descriptor.Category }).Distinct();
            var hint = Spelling.Closest(unknown, known) is { } near ? $"; did you mean `{near}`?" : "; `omlint rules` lists them";
            return $"`{option}`: no rule has the id, name or category `{unknown}`{hint}";
        }
    }

    /// <summary>
    /// True where <paramref name="rule"/> is to run. <c>--select</c> leaves the rules about omlint itself on, among them what could not be
    /// checked: only <c>--ignore</c> turns them off.
    /// </summary>
    public bool Contains(Rule rule)
    {
        var ignored = Narrowest(_ignore, rule);
        var selected = Narrowest(_select, rule);
        if (selected > 0 || ignored > 0)
            return selected > ignored;
        return _select.IsEmpty || rule.Descriptor.Category == RulePages.OwnCategory;
    }

    private static int Narrowest(ImmutableArray<string> selectors, Rule rule) =>
        selectors.Select(selector => Match(selector, rule)).DefaultIfEmpty().Max();

    /// <summary>How narrowly <paramref name="selector"/> means <paramref name="rule"/>: 0 not at all, then the letters of its id.</summary>
    private static int Match(string selector, Rule rule)
    {
        if (selector.Equals(rule.Name, StringComparison.OrdinalIgnoreCase))
            return rule.Id.Length;
        if (rule.Id.StartsWith(selector, StringComparison.OrdinalIgnoreCase))
            return selector.Length;
        // A category is as wide as the letters and the first digit of its ids.
        return selector.Equals(rule.Descriptor.Category, StringComparison.OrdinalIgnoreCase) ? rule.Id.Length - 3 : 0;
    }
}
