namespace OmConfigLint.Syntax.Sql;

/// <summary>For whom, and how long, a setting holds.</summary>
public enum SqlSettingScope
{
    /// <summary><c>SET x = …</c>, <c>SET SESSION</c>: the connection.</summary>
    Session,

    /// <summary><c>SET LOCAL</c>: in PostgreSQL the transaction, in MySQL the connection.</summary>
    Local,

    /// <summary>MySQL's <c>SET GLOBAL</c>: all new connections until the server restarts.</summary>
    Global,

    /// <summary>MySQL's <c>SET PERSIST</c>: now and after a restart.</summary>
    Persist,

    /// <summary>MySQL's <c>SET PERSIST_ONLY</c>: after a restart.</summary>
    PersistOnly,

    /// <summary>PostgreSQL's <c>ALTER SYSTEM</c>: the server, from its next reload on.</summary>
    System,

    /// <summary><c>ALTER DATABASE … SET</c>: new connections to the database.</summary>
    Database,

    /// <summary><c>ALTER ROLE … SET</c>, <c>ALTER USER … SET</c>: new connections of the role.</summary>
    Role,
}
