using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>omlint's own pages, compiled in.</summary>
public static partial class RulePages
{
    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<RulePage> All { get; } = Create();

    /// <summary>The category of the rules about omlint itself.</summary>
    public const string OwnCategory = RulePageReader.OwnCategory;

    private static partial ImmutableArray<RulePage> Create();
}
