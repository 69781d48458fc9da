namespace OmConfigLint.Syntax.Yaml.Reading;

/// <summary>A node with an anchor, and the aliases that were met inside it before it was whole.</summary>
internal sealed class AnchoredNode
{
    private YamlNode? _node;
    private List<YamlAlias>? _waiting;

    public void Add(YamlAlias alias)
    {
        if (_node is not null)
            alias.Target = _node;
        else
            (_waiting ??= []).Add(alias);
    }

    public void Resolve(YamlNode node)
    {
        _node = node;
        foreach (var alias in _waiting ?? [])
            alias.Target = node;
    }
}
