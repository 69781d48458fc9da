using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Sql;

namespace OmConfigLint.Rules.Databases;

/// <summary>Finds settings of the server in a script of SQL: <c>SET GLOBAL</c>, <c>SET PERSIST</c>, <c>ALTER SYSTEM</c>, <c>ALTER DATABASE … SET</c>.</summary>
internal static class SqlScriptSettings
{
    /// <summary>The settings in <paramref name="tree"/>.</summary>
    /// <param name="tree">The script.</param>
    /// <param name="isNamed">True where the script itself names OpenMetadata.</param>
    public static IEnumerable<DatabaseSetting> Find(SqlTree tree, bool isNamed)
    {
        foreach (var statement in tree.Statements)
        {
            foreach (var setting in statement.Settings)
            {
                if (DatabaseParameter.Find(setting.Name) is not { } parameter || !IsCertain(setting.Scope, statement, tree))
                    continue;
                // Of an expression it is not known what it comes to.
                var value = setting.Value ?? setting.NameToken;
                yield return new DatabaseSetting(
                    parameter,
                    ScopeOf(setting.Scope),
                    value.Text,
                    new TextSpan(0, value.Value.Length),
                    TextSpan.FromBounds(setting.NameToken.Span.Start, value.Span.End),
                    setting.Value is null ? null : MemorySize.TryRead(value.Value, parameter.Engine),
                    $"{setting.Scope}.{setting.Name}",
                    isNamed);
            }
        }
    }

    // Another database of the same server, or another role, sorts as it likes.
    private static bool IsCertain(SqlSettingScope scope, SqlStatement statement, SqlTree tree) =>
        scope is not (SqlSettingScope.Database or SqlSettingScope.Role) || OpenMetadataName.IsIn(tree.Text.AsSpan(statement.Span.Start, statement.Span.Length));

    private static SettingScope ScopeOf(SqlSettingScope scope) => scope switch
    {
        SqlSettingScope.Global => SettingScope.UntilRestart,
        SqlSettingScope.Session or SqlSettingScope.Local => SettingScope.Session,
        _ => SettingScope.Persisted,
    };
}
