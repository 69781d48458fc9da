using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A scalar: text in one of five presentations.</summary>
public sealed class YamlScalar : YamlNode
{
    // JSON knows the type of what it reads; in YAML it is found when asked for.
    private readonly YamlScalarType? _knownType;

    internal YamlScalar(
        string value, YamlScalarStyle style, TextSpan span, YamlAnchor? anchor, YamlTag? tag, YamlScalarType? knownType = null)
        : base(span, anchor, tag)
    {
        Value = value;
        Style = style;
        _knownType = knownType;
    }

    /// <summary>The content, escapes and folding resolved.</summary>
    public string Value { get; }

    /// <summary>How it is written.</summary>
    public YamlScalarStyle Style { get; }

    /// <summary>True where the type follows from the text (YAML 1.1 booleans, numbers, null); false where it is a string.</summary>
    public bool IsImplicit => Style == YamlScalarStyle.Plain && Tag is null;

    /// <summary>True for an empty node, as in <c>key:</c> with nothing behind it.</summary>
    public bool IsEmpty => Style == YamlScalarStyle.Plain && Span.IsEmpty;

    /// <summary>
    /// The type as PyYAML's safe loader resolves it: a standard tag's (<c>!!bool</c>, whatever the text), an untagged plain scalar's by its
    /// text, else <see cref="YamlScalarType.String"/>. In JSON the type of the token.
    /// </summary>
    public YamlScalarType ResolvedType
    {
        get
        {
            if (_knownType is { } known)
                return known;
            if (Tag is not null)
                return Yaml11Schema.OfTag(Tag.Text) ?? YamlScalarType.String;
            return Style == YamlScalarStyle.Plain ? Yaml11Schema.Resolve(Value) : YamlScalarType.String;
        }
    }

    /// <summary>The value of a boolean.</summary>
    /// <returns>False where <see cref="ResolvedType"/> is another, or a tag says <c>!!bool</c> to a text that is none.</returns>
    public bool TryGetBoolean(out bool value)
    {
        var found = ResolvedType == YamlScalarType.Boolean ? Yaml11Schema.BooleanOf(Value) : null;
        value = found ?? false;
        return found is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
