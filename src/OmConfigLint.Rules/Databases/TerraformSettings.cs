using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Hcl;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// Finds settings in Terraform: <c>parameter { name value }</c> of parameter groups, <c>database_flags</c> of Google, server configurations of
/// Azure, lists of objects and maps that modules take. All clouds write the units of the engine: bytes for MySQL, kB for PostgreSQL.
/// </summary>
internal static class TerraformSettings
{
    /// <summary>The settings in the resources of <paramref name="databases"/>.</summary>
    public static IEnumerable<DatabaseSetting> Find(TerraformDatabases databases)
    {
        foreach (var resource in databases.Resources)
        {
            foreach (var node in resource.DescendantsAndSelf())
            {
                var (parameter, value) = node.Key is { } key && DatabaseParameter.Find(key) is { } named
                    ? (named, node)
                    : (node.Find("name")?.Value is { } name ? DatabaseParameter.Find(name) : null, node.Find("value"));
                if (parameter is null || value is not { Kind: HclNodeKind.String or HclNodeKind.Number, Token: { } token, Interpolations.IsEmpty: true })
                    continue;
                yield return new DatabaseSetting(
                    parameter,
                    SettingScope.Server,
                    token.Text,
                    new TextSpan(0, token.Value.Length),
                    value.Span,
                    MemorySize.TryRead(token.Value, parameter.Engine),
                    value.Path,
                    databases.IsOwn(resource)) { Resource = TerraformDatabases.AddressOf(resource) };
            }
        }
    }
}
