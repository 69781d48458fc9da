namespace OmConfigLint.Rules.Databases;

/// <summary>What a person is told once a database setting has been raised.</summary>
internal static class DatabaseFollowUp
{
    /// <summary>The reminder that the setting is for the migration.</summary>
    public static string SetBack(DatabaseParameter parameter) =>
        $"start the database again before the migration; `{parameter.Name}` may be set back once it has run";
}
