using System.Buffers;

namespace OmConfigLint.Syntax.Sql;

/// <summary>Tells dialects apart by what only one of them has.</summary>
internal static class SqlDialects
{
    private static readonly SearchValues<string> PostgreSqlMarks = SearchValues.Create(
        ["alter system", "plpgsql", "pg_catalog", "\\connect", " owner to ", "create extension"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> MySqlMarks = SearchValues.Create(
        ["`", "/*!", "@@", "set global", "set persist", "engine=", "engine =", "auto_increment", "\ndelimiter ", "\n#", "identified by"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The dialect of <paramref name="text"/>; PostgreSQL, which is nearest to the standard, where nothing tells.</summary>
    public static SqlDialect Guess(string text)
    {
        if (text.AsSpan().ContainsAny(PostgreSqlMarks))
            return SqlDialect.PostgreSql;
        return text.StartsWith('#') || text.StartsWith("delimiter ", StringComparison.OrdinalIgnoreCase) || text.AsSpan().ContainsAny(MySqlMarks)
            ? SqlDialect.MySql
            : SqlDialect.PostgreSql;
    }
}
