namespace OmConfigLint.Rules.Databases;

/// <summary>The databases on which OpenMetadata's server runs.</summary>
internal enum DatabaseEngine
{
    /// <summary>MySQL 8.</summary>
    MySql,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,
}
