namespace OmConfigLint.Rules.Databases;

/// <summary>For what and how long a database setting holds.</summary>
internal enum SettingScope
{
    /// <summary>For the server, from its start on: an option, a line of an option file.</summary>
    Server,

    /// <summary>For good: <c>SET PERSIST</c>, <c>ALTER SYSTEM SET</c>, <c>ALTER DATABASE … SET</c>.</summary>
    Persisted,

    /// <summary>For the server, until it is started again: <c>SET GLOBAL</c>.</summary>
    UntilRestart,

    /// <summary>For one connection: <c>SET</c>, <c>SET SESSION</c>.</summary>
    Session,
}
