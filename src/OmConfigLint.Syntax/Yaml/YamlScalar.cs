using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Yaml;

/// <summary>A scalar: text in one of five presentations.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(string value, YamlScalarStyle style, TextSpan span, YamlAnchor? anchor, YamlTag? tag)
        : base(span, anchor, tag)
    {
        Value = value;
        Style = style;
    }

    /// <summary>The content, escapes and folding resolved.</summary>
    public string Value { get; }

    /// <summary>How it is written.</summary>
    public YamlScalarStyle Style { get; }

    /// <summary>True where the type follows from the text (YAML 1.1 booleans, numbers, null); false where it is a string.</summary>
    public bool IsImplicit => Style == YamlScalarStyle.Plain && Tag is null;

    /// <summary>True for an empty node, as in <c>key:</c> with nothing behind it.</summary>
    public bool IsEmpty => Style == YamlScalarStyle.Plain && Span.IsEmpty;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
