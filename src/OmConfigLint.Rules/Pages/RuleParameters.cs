using System.Collections.Immutable;

namespace OmConfigLint.Rules.Pages;

/// <summary>
/// A mapping from a rule's page or data file. A kind of analyzer reads it when it is created, so that a mistake in a page shows at once:
/// what is absent or has another shape is a <see cref="RuleParameterException"/> that names page and key.
/// </summary>
public sealed class RuleParameters
{
    private readonly string _origin;
    private readonly string _path;
    private readonly ImmutableArray<(string Key, RuleParameter Value)> _entries;

    /// <summary>Creates the parameters of a page or data file.</summary>
    /// <param name="origin">What messages call it, as in <c>page OM1001</c>.</param>
    /// <param name="mapping">The mapping.</param>
    public RuleParameters(string origin, RuleParameter mapping)
        : this(origin, "", mapping)
    {
    }

    private RuleParameters(string origin, string path, RuleParameter mapping)
    {
        _origin = origin;
        _path = path;
        _entries = mapping.Entries.IsDefault ? throw new RuleParameterException(origin, $"`{path}` is not a mapping") : mapping.Entries;
    }

    /// <summary>The keys, in the order of the page.</summary>
    public ImmutableArray<string> Keys => [.. _entries.Select(entry => entry.Key)];

    /// <summary>True where the mapping has <paramref name="key"/>.</summary>
    public bool Contains(string key) => Find(key) is not null;

    /// <summary>The text of <paramref name="key"/>.</summary>
    public string Text(string key) => Required(key).Text ?? throw Problem(key, "is not a text");

    /// <summary>The text of <paramref name="key"/>; null where there is none.</summary>
    public string? OptionalText(string key) => Contains(key) ? Text(key) : null;

    /// <summary>True or false, as <paramref name="key"/> says.</summary>
    public bool Boolean(string key) => Text(key) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Problem(key, "is neither `true` nor `false`"),
    };

    /// <summary>The texts listed under <paramref name="key"/>.</summary>
    public ImmutableArray<string> List(string key) =>
        [.. Items(key).Select(item => item.Text ?? throw Problem(key, "is not a list of texts"))];

    /// <summary>The mapping under <paramref name="key"/>.</summary>
    public RuleParameters Child(string key) => new(_origin, PathOf(key), Required(key));

    /// <summary>The mappings listed under <paramref name="key"/>.</summary>
    public ImmutableArray<RuleParameters> Children(string key) =>
        [.. Items(key).Select((item, index) => new RuleParameters(_origin, $"{PathOf(key)}[{index}]", item))];

    /// <summary>Refuses keys that are none of <paramref name="known"/>, so that a misspelt optional parameter does not pass unseen.</summary>
    /// <exception cref="RuleParameterException">There is another key.</exception>
    public void Expect(params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in _entries)
        {
            if (!known.Contains(key))
                throw Problem(key, $"is not known; known are {string.Join(", ", known.ToArray())}");
        }
    }

    private RuleParameter Required(string key) => Find(key) ?? throw Problem(key, "is missing");

    private ImmutableArray<RuleParameter> Items(string key) =>
        Required(key) is { Items.IsDefault: false } list ? list.Items : throw Problem(key, "is not a list");

    private RuleParameter? Find(string key)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key == key)
                return entry.Value;
        }

        return null;
    }

    private string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private RuleParameterException Problem(string key, string problem) => new(_origin, $"`{PathOf(key)}` {problem}");
}
