using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>A value under <c>with</c> in a page: a text, a list or a mapping. <see cref="RuleParameters"/> reads it.</summary>
public sealed class RuleParameter
{
    private RuleParameter(string? text, ImmutableArray<RuleParameter> items, ImmutableArray<(string Key, RuleParameter Value)> entries)
    {
        Text = text;
        Items = items;
        Entries = entries;
    }

    /// <summary>The text; null for a list or a mapping.</summary>
    public string? Text { get; }

    /// <summary>The items of a list; default for anything else.</summary>
    public ImmutableArray<RuleParameter> Items { get; }

    /// <summary>The entries of a mapping, in the order of the page; default for anything else.</summary>
    public ImmutableArray<(string Key, RuleParameter Value)> Entries { get; }

    /// <summary>A text.</summary>
    public static RuleParameter Of(string text) => new(text, default, default);

    /// <summary>A list.</summary>
    public static RuleParameter List(params ImmutableArray<RuleParameter> items) => new(null, items, default);

    /// <summary>A mapping.</summary>
    public static RuleParameter Mapping(params ImmutableArray<(string Key, RuleParameter Value)> entries) => new(null, default, entries);

    /// <summary>The same value, as it was read from a page.</summary>
    internal static RuleParameter From(FrontMatterNode node) => node switch
    {
        FrontMatterScalar scalar => Of(scalar.Text),
        FrontMatterSequence sequence => List([.. sequence.Items.Select(From)]),
        FrontMatterMapping mapping => Mapping([.. mapping.Entries.Select(entry => (entry.Key.Text, From(entry.Value)))]),
        _ => throw new InvalidOperationException(),
    };
}
