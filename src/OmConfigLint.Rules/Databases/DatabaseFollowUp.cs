namespace OmConfigLint.Rules.Databases;

/// <summary>What a person is told once a database setting has been raised.</summary>
internal static class DatabaseFollowUp
{
    /// <summary>The reminder that the setting is for the migration, and how it comes to hold.</summary>
    public static string SetBack(DatabaseParameter parameter, SettingScope scope)
    {
        var before = scope switch
        {
            SettingScope.UntilRestart => "run it again",
            SettingScope.Persisted => "run it again and let the database load its configuration",
            _ => "start the database again",
        };
        return $"{before} before the migration; `{parameter.Name}` may be set back once it has run";
    }
}
