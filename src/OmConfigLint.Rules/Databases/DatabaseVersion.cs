using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.OpenMetadata.Compose;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Databases;

/// <summary>The version of OpenMetadata's database: of its image, or of the engine that a cloud runs.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Text">The version as it is written.</param>
/// <param name="Numbers">Its numbers, as far as they are written.</param>
/// <param name="Span">Where it is written in the document's text.</param>
/// <param name="Path">The place by names.</param>
internal sealed record DatabaseVersion(DatabaseEngine Engine, string Text, ImmutableArray<int> Numbers, TextSpan Span, string Path)
{
    private static readonly string[] MySqlImages = ["mysql", "mysql-server", "percona", "percona-server"];
    private static readonly string[] PostgreSqlImages = ["postgres", "postgresql"];
    private static readonly string[] PodKeys = ["containers", "initContainers"];

    /// <summary>The versions in <paramref name="document"/>.</summary>
    public static IEnumerable<DatabaseVersion> Of(ConfigDocument document, ComposeFile? compose, TerraformDatabases? terraform)
    {
        if (terraform is not null)
            return terraform.Own.Select(OfResource).OfType<DatabaseVersion>();
        if (compose is not null)
            return compose.Databases.Select(database => database.Service.Image is { } image ? OfImage(image) : null).OfType<DatabaseVersion>();
        return document.Yaml?.Root is YamlMapping root && root.Find("kind") is not null && root.Find("apiVersion") is not null && IsOwn(root, document)
            ? root.DescendantsAndSelf().OfType<YamlSequence>()
                .Where(list => list.Entry?.KeyText is { } key && PodKeys.Contains(key))
                .SelectMany(list => list.Items.OfType<YamlMapping>())
                .Select(container => container.Find("image")?.Value is YamlScalar image ? OfImage(image) : null)
                .OfType<DatabaseVersion>()
            : ChartDatabase.Of(document).Select(OfChart).Concat(OfCloudFormation(document)).OfType<DatabaseVersion>();
    }

    /// <summary>True where it is certain to be before <paramref name="minimum"/>: of <c>8.0</c> it is not known whether it is before <c>8.0.42</c>.</summary>
    public bool IsBefore(ImmutableArray<int> minimum)
    {
        for (var i = 0; i < minimum.Length && i < Numbers.Length; i++)
        {
            if (Numbers[i] != minimum[i])
                return Numbers[i] < minimum[i];
        }

        return false;
    }

    /// <summary>The numbers at the start of <paramref name="text"/>: of <c>8.0.32-debian</c> three.</summary>
    public static ImmutableArray<int> NumbersIn(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text[..end].Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                break;
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private static DatabaseVersion? OfImage(YamlScalar scalar)
    {
        var image = scalar.Value;
        var name = image[(image.LastIndexOf('/') + 1)..];
        var colon = name.IndexOf(':');
        if (colon < 0 || image.Contains(OpenMetadataImages.Organization, StringComparison.Ordinal) || EngineOf(name[..colon]) is not { } engine)
            return null;
        var tag = name[(colon + 1)..];
        // `${MYSQL_VERSION:-5.7}`
        if (tag.StartsWith("${", StringComparison.Ordinal) && tag.IndexOf('-') is > 0 and var dash && tag.EndsWith('}'))
            tag = tag[(dash + 1)..^1];
        return Create(engine, tag, scalar.Span, YamlPath.Of(scalar));
    }

    private static DatabaseVersion? OfChart(ChartDatabase chart) => chart.Image?.Find("tag")?.Value is YamlScalar tag
        ? Create(chart.Engine, tag.Value, tag.Span, YamlPath.Of(tag))
        : null;

    // A cluster's engine may be Aurora's, whose numbers begin with those of the engine; beyond that they are its own.
    private static DatabaseVersion? OfResource(HclNode resource)
    {
        var node = resource.Find("engine_version") ?? resource.Find("database_version") ?? (resource.Key == "module" ? null : resource.Find("version"));
        if (node is not { Kind: HclNodeKind.String or HclNodeKind.Number, Value: { } value, Interpolations.IsEmpty: true })
            return null;
        var kind = resource.Labels[0].Value;
        if (value.StartsWith("MYSQL_", StringComparison.Ordinal))
            return Create(DatabaseEngine.MySql, value["MYSQL_".Length..].Replace('_', '.'), node.Span, node.Path);
        if (value.StartsWith("POSTGRES_", StringComparison.Ordinal))
            return Create(DatabaseEngine.PostgreSql, value["POSTGRES_".Length..].Replace('_', '.'), node.Span, node.Path);
        var engine = resource.Find("engine")?.Value switch
        {
            { } name => EngineOfAws(name),
            null when kind == "azurerm_mysql_flexible_server" => DatabaseEngine.MySql,
            null when kind == "azurerm_postgresql_flexible_server" => DatabaseEngine.PostgreSql,
            _ => null,
        };
        return engine is { } known ? Create(known, value, node.Span, node.Path) : null;
    }

    private static IEnumerable<DatabaseVersion?> OfCloudFormation(ConfigDocument document)
    {
        if (document.Yaml?.Root is not YamlMapping root)
            yield break;
        foreach (var database in CloudFormationResource.DatabasesIn(root))
        {
            if (CloudFormationResource.IsOfOpenMetadata(document.YamlTree, database) == true && database.Find("Engine")?.Value is YamlScalar engine
                && EngineOfAws(engine.Value) is { } known && database.Find("EngineVersion")?.Value is YamlScalar version)
            {
                yield return Create(known, version.Value, version.Span, YamlPath.Of(version));
            }
        }
    }

    private static DatabaseEngine? EngineOfAws(string name) => name switch
    {
        "mysql" or "aurora" or "aurora-mysql" => DatabaseEngine.MySql,
        "postgres" or "aurora-postgresql" => DatabaseEngine.PostgreSql,
        _ => null,
    };

    private static DatabaseVersion? Create(DatabaseEngine engine, string text, TextSpan span, string path) =>
        NumbersIn(text) is { IsEmpty: false } numbers ? new DatabaseVersion(engine, text, numbers, span, path) : null;

    private static DatabaseEngine? EngineOf(string image)
    {
        if (MySqlImages.Contains(image))
            return DatabaseEngine.MySql;
        return PostgreSqlImages.Contains(image) ? DatabaseEngine.PostgreSql : null;
    }

    // The namespace may hold databases of other programs, Airflow's above all.
    private static bool IsOwn(YamlMapping root, ConfigDocument document)
    {
        if (root.Find("metadata")?.Value is YamlMapping metadata && metadata.Find("name")?.Value is YamlScalar name && OpenMetadataName.IsIn(name.Value))
            return true;
        return document.Tree.Text.AsSpan(root.Span.Start, root.Span.Length).Contains("openmetadata_db", StringComparison.OrdinalIgnoreCase);
    }
}
