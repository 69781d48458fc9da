namespace OmConfigLint.Syntax.Ini;

/// <summary>Which program's rules a file of keys and values follows.</summary>
public enum IniDialect
{
    /// <summary>
    /// MySQL and MariaDB option files: sections, <c>key</c> or <c>key = value</c>, quotes, <c>#</c> everywhere, <c>;</c> at the start of a line,
    /// <c>!include</c>; <c>-</c> and <c>_</c> are the same in keys.
    /// </summary>
    MySql,

    /// <summary><c>postgresql.conf</c>: no sections, <c>key = value</c> or <c>key value</c>, single quotes, <c>#</c> everywhere.</summary>
    PostgreSql,

    /// <summary>
    /// What Python's <c>configparser</c> reads (<c>setup.cfg</c>, <c>tox.ini</c>, <c>pip.conf</c>): sections, <c>key = value</c> or <c>key: value</c>,
    /// values that go on over indented lines, comments on lines of their own.
    /// </summary>
    Python,
}
