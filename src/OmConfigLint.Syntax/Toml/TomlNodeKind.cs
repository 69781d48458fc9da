namespace OmConfigLint.Syntax.Toml;

/// <summary>What a <see cref="TomlNode"/> is.</summary>
public enum TomlNodeKind
{
    /// <summary>A table: <c>[header]</c>, an inline table, or one that dotted keys imply.</summary>
    Table,

    /// <summary>An array in brackets, or the tables of <c>[[header]]</c>.</summary>
    Array,

    /// <summary>A string in any of the four styles.</summary>
    String,

    /// <summary>A number, boolean, date or time.</summary>
    Scalar,
}
