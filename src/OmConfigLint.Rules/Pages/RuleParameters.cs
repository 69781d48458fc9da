using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>
/// A mapping of parameters from a rule's page. A kind of analyzer reads them when it is created, so that a mistake in a page shows at
/// once: what is absent or has another shape is a <see cref="RuleParameterException"/> that names page and key.
/// </summary>
public sealed class RuleParameters
{
    private readonly string _page;
    private readonly string _path;
    private readonly ImmutableArray<(string Key, RuleParameter Value)> _entries;

    /// <summary>Creates the parameters of <paramref name="page"/>.</summary>
    /// <param name="page">The page's id.</param>
    /// <param name="with">The mapping.</param>
    public RuleParameters(string page, RuleParameter with)
        : this(page, "with", with)
    {
    }

    private RuleParameters(string page, string path, RuleParameter mapping)
    {
        _page = page;
        _path = path;
        _entries = mapping.Entries.IsDefault ? throw Wrong(null, "a mapping") : mapping.Entries;
    }

    /// <summary>The keys, in the order of the page.</summary>
    public ImmutableArray<string> Keys => [.. _entries.Select(entry => entry.Key)];

    /// <summary>True where the page has <paramref name="key"/>.</summary>
    public bool Contains(string key) => Find(key) is not null;

    /// <summary>The text of <paramref name="key"/>.</summary>
    public string Text(string key) => Required(key).Text ?? throw Wrong(key, "a text");

    /// <summary>The text of <paramref name="key"/>; null where the page does not have it.</summary>
    public string? OptionalText(string key) => Contains(key) ? Text(key) : null;

    /// <summary>True or false, as <paramref name="key"/> says.</summary>
    public bool Boolean(string key) => Text(key) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong(key, "`true` or `false`"),
    };

    /// <summary>True or false, as <paramref name="key"/> says, or <paramref name="absent"/> where the page does not have it.</summary>
    public bool Boolean(string key, bool absent) => Contains(key) ? Boolean(key) : absent;

    /// <summary>The texts listed under <paramref name="key"/>.</summary>
    public ImmutableArray<string> List(string key) => [.. Items(key).Select(item => item.Text ?? throw Wrong(key, "a list of texts"))];

    /// <summary>The texts listed under <paramref name="key"/>; none where the page does not have it.</summary>
    public ImmutableArray<string> OptionalList(string key) => Contains(key) ? List(key) : [];

    /// <summary>The mapping under <paramref name="key"/>.</summary>
    public RuleParameters Child(string key) => new(_page, PathOf(key), Required(key));

    /// <summary>The mapping under <paramref name="key"/>; null where the page does not have it.</summary>
    public RuleParameters? OptionalChild(string key) => Contains(key) ? Child(key) : null;

    /// <summary>The mappings listed under <paramref name="key"/>.</summary>
    public ImmutableArray<RuleParameters> Children(string key) =>
        [.. Items(key).Select((item, index) => new RuleParameters(_page, $"{PathOf(key)}[{index}]", item))];

    /// <summary>Refuses keys that are none of <paramref name="known"/>, so that a misspelt optional parameter does not pass unseen.</summary>
    /// <exception cref="RuleParameterException">There is another key.</exception>
    public void Expect(params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in _entries)
        {
            if (!known.Contains(key))
                throw new RuleParameterException(_page, $"`{PathOf(key)}` is not a parameter of this kind; it takes {string.Join(", ", known.ToArray())}");
        }
    }

    private RuleParameter Required(string key) => Find(key) ?? throw new RuleParameterException(_page, $"`{PathOf(key)}` is missing");

    private ImmutableArray<RuleParameter> Items(string key) =>
        Required(key) is { Items.IsDefault: false } list ? list.Items : throw Wrong(key, "a list");

    private RuleParameter? Find(string key)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key == key)
                return entry.Value;
        }

        return null;
    }

    private string PathOf(string? key) => key is null ? _path : $"{_path}.{key}";

    private RuleParameterException Wrong(string? key, string expected) => new(_page, $"`{PathOf(key)}` is not {expected}");
}
