using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// The values of the MySQL or PostgreSQL chart on which OpenMetadata's dependencies rest: a <c>mysql</c> or <c>postgresql</c> at the top of the
/// file that has the chart's own keys and names OpenMetadata's database.
/// </summary>
internal sealed class ChartDatabase
{
    private static readonly string[] ChartKeys = ["primary", "auth", "initdbScripts", "architecture"];

    private readonly string _text;

    private ChartDatabase(YamlEntry entry, YamlMapping mapping, DatabaseEngine engine, string text)
    {
        Entry = entry;
        Engine = engine;
        Primary = mapping.Find("primary")?.Value as YamlMapping;
        Image = mapping.Find("image")?.Value.Resolved as YamlMapping;
        _text = text;
    }

    /// <summary>The entry.</summary>
    public YamlEntry Entry { get; }

    /// <summary>What the chart runs.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary><c>primary</c>; null where it is not written, or elsewhere.</summary>
    public YamlMapping? Primary { get; }

    /// <summary><c>image</c>, with <c>repository</c> and <c>tag</c>.</summary>
    public YamlMapping? Image { get; }

    /// <summary>True where a ConfigMap from elsewhere configures the server.</summary>
    public bool IsConfiguredElsewhere => Mentions("existingConfigmap") || Mentions("existingExtendedConfigmap") || Mentions("extraEnvVars");

    /// <summary>True where the values hold <paramref name="text"/>.</summary>
    public bool Mentions(string text) => _text.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The databases among the values in <paramref name="document"/>.</summary>
    public static IEnumerable<ChartDatabase> Of(ConfigDocument document)
    {
        if (document.Yaml?.Root is not YamlMapping root || root.Find("kind") is not null || root.Find("services") is not null)
            yield break;
        foreach (var entry in root.Entries)
        {
            DatabaseEngine? engine = entry.KeyText switch
            {
                "mysql" => DatabaseEngine.MySql,
                "postgresql" => DatabaseEngine.PostgreSql,
                _ => null,
            };
            if (engine is null || entry.Value is not YamlMapping mapping || !ChartKeys.Any(key => mapping.Find(key) is not null))
                continue;
            var text = document.Tree.Text.Substring(entry.Span.Start, entry.Span.Length);
            var isOff = mapping.Find("enabled") is { } enabled && BooleanValue.Read(enabled.Value) != Truth.True;
            if (!isOff && OpenMetadataName.IsIn(text))
                yield return new ChartDatabase(entry, mapping, engine.Value, text);
        }
    }
}
