namespace OmConfigLint.Syntax.Yaml;

/// <summary>The presentation of a scalar (YAML 1.2, chapter 7.3 and 8.1).</summary>
public enum YamlScalarStyle
{
    /// <summary>No quotes; the type follows from the text. An empty node is a plain scalar of no length.</summary>
    Plain,

    /// <summary><c>'text'</c></summary>
    SingleQuoted,

    /// <summary><c>"text"</c></summary>
    DoubleQuoted,

    /// <summary><c>|</c></summary>
    Literal,

    /// <summary><c>&gt;</c></summary>
    Folded,
}
