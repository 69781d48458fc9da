namespace OmConfigLint.Syntax.Sql;

/// <summary>Whose SQL a script is.</summary>
public enum SqlDialect
{
    /// <summary>PostgreSQL, and the standard: a backslash is a character, <c>"x"</c> a name, <c>$$…$$</c> a string.</summary>
    PostgreSql,

    /// <summary>MySQL and MariaDB: a backslash escapes, <c>"x"</c> is a string, <c>`x`</c> a name, <c>#</c> starts a comment.</summary>
    MySql,
}
