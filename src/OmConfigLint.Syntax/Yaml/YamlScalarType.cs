namespace OmConfigLint.Syntax.Yaml;

/// <summary>The types that PyYAML's safe loader gives to scalars (YAML 1.1 type repository).</summary>
public enum YamlScalarType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Nothing: an empty node, <c>~</c>, <c>null</c>.</summary>
    Null,

    /// <summary><c>true</c>, <c>yes</c>, <c>on</c>, <c>false</c>, <c>no</c>, <c>off</c> and their capitalised and upper-case forms.</summary>
    Boolean,

    /// <summary>Decimal, octal (<c>017</c>), hexadecimal, binary or sexagesimal (<c>1:30</c>).</summary>
    Integer,

    /// <summary>With a decimal point, sexagesimal, infinite or not a number. <c>1e5</c> is none: it is text.</summary>
    Float,

    /// <summary>A date, or a date and a time.</summary>
    Timestamp,
}
