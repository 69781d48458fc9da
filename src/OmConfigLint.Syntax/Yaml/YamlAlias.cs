using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>An alias (<c>*name</c>). Aliases are never expanded into copies.</summary>
public sealed class YamlAlias : YamlNode
{
    internal YamlAlias(string name, TextSpan span)
        : base(span, anchor: null, tag: null) => Name = name;

    /// <summary>The name without the asterisk.</summary>
    public string Name { get; }

    /// <summary>The node with the anchor; it may contain the alias itself.</summary>
    public YamlNode Target { get; internal set; } = null!;

    /// <inheritdoc/>
    public override YamlNode Resolved => Target.Resolved;
}
