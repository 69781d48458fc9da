using System.Text;

namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>Where a difference was found, as the user reads it: <c>source.items[0].name</c>. It never shows a value below a secret's key.</summary>
internal sealed class YamlDifferencePath
{
    private const int MaxValueLength = 60;

    private readonly YamlDifferencePath? _parent;
    private readonly string _step;
    private readonly bool _isSecret;

    private YamlDifferencePath(YamlDifferencePath? parent, string step, bool isSecret)
    {
        _parent = parent;
        _step = step;
        _isSecret = isSecret || parent?._isSecret == true;
    }

    public static YamlDifferencePath Root { get; } = new(null, "", isSecret: false);

    public YamlDifferencePath Key(string? key) => new(this, key ?? "?", key is not null && SecretNames.IsSecret(key));

    public YamlDifferencePath Item(int index) => new(this, $"[{index}]", isSecret: false);

    /// <summary>The key itself, which may be shown.</summary>
    public YamlDifferencePath OfKey() => new(_parent, _step, isSecret: false);

    public string Describe(string difference) => $"{this}: {difference}";

    public string DescribeValues(string old, string now) => _isSecret ? Describe("the value differs") : Describe($"{Show(old)} became {Show(now)}");

    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var path = this; path._parent is not null; path = path._parent)
            steps.Push(path._step);
        if (steps.Count == 0)
            return "the document";

        var text = new StringBuilder();
        foreach (var step in steps)
            text.Append(text.Length == 0 || step is ['[', ..] ? "" : ".").Append(step);
        return text.ToString();
    }

    private static string Show(string value)
    {
        var text = value.ReplaceLineEndings(" ");
        return text.Length <= MaxValueLength ? $"`{text}`" : $"`{text[..MaxValueLength]}…`";
    }
}
