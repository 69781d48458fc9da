using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Ini;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Databases;

/// <summary>Finds settings in the option files of MySQL (<c>my.cnf</c>) and PostgreSQL (<c>postgresql.conf</c>).</summary>
internal static class OptionFileSettings
{
    /// <summary>The settings in <paramref name="tree"/>.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="isNamed">True where the file itself names OpenMetadata.</param>
    public static IEnumerable<DatabaseSetting> Find(IniTree tree, bool isNamed)
    {
        foreach (var entry in tree.Entries)
        {
            if (DatabaseParameter.Find(entry.Key) is not { } parameter || entry.Value is not { } value || !IsOf(parameter.Engine, tree.Dialect)
                || (entry.Section is { } section && !IsServer(section.Name)))
            {
                continue;
            }

            yield return new DatabaseSetting(
                parameter,
                SettingScope.Server,
                value.Text,
                new TextSpan(0, value.Value.Length),
                entry.Span,
                MemorySize.TryRead(value.Value, parameter.Engine),
                entry.Section is { } named ? $"{named.Name}.{entry.Key}" : entry.Key,
                isNamed);
        }
    }

    /// <summary>The format of the option file that <paramref name="scalar"/> is, as in <c>my.cnf: |</c> of a ConfigMap; null where it is none.</summary>
    public static FileFormat? FormatOf(YamlScalar scalar) =>
        scalar.Entry is { KeyText: { } key } entry && entry.Value == scalar && scalar.Value.Contains('\n') && DatabaseParameter.AnyIsIn(scalar.Value)
            && FileFormats.Of(key) is FileFormat.MySqlOptions or FileFormat.PostgreSqlConf
            ? FileFormats.Of(key)
            : null;

    /// <summary>True for a section that MySQL's server reads; <c>[mysqldump]</c> and <c>[myisamchk]</c> have a setting of that name as well.</summary>
    public static bool IsServer(ReadOnlySpan<char> section) =>
        section is "server" or "mysqld" || section.StartsWith("mysqld-", StringComparison.Ordinal) || section is "mysqld_safe";

    private static bool IsOf(DatabaseEngine engine, IniDialect dialect) =>
        engine == DatabaseEngine.MySql ? dialect == IniDialect.MySql : dialect == IniDialect.PostgreSql;
}
