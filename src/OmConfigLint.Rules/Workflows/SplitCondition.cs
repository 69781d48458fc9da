using System.Collections.Immutable;
using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Workflows;

/// <summary>A combination of boolean properties, absent ones at their old defaults.</summary>
internal sealed class SplitCondition
{
    /// <summary>Reads a condition.</summary>
    public SplitCondition(RuleParameters data)
    {
        When = [.. data.Children("when").Select(term => (term.Text("property"), term.Boolean("is"), term.Boolean("default")))];
        Because = data.Text("because");
    }

    /// <summary>The properties with the values that all must have, and what they are where they are absent.</summary>
    public ImmutableArray<(string Property, bool Value, bool Default)> When { get; }

    /// <summary>Why the combination is special, for the user.</summary>
    public string Because { get; }
}
