using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// An ingestion workflow, as <c>metadata ingest -c</c> and its siblings read it. Recognised by content: a <c>source</c> with
/// <c>sourceConfig.config</c>, beside a <c>sink</c>, <c>processor</c> or <c>workflowConfig</c>.
/// </summary>
public sealed class IngestionWorkflow
{
    private IngestionWorkflow(ConfigDocument document, YamlMapping root, YamlMapping source, YamlNode configNode, YamlMapping config)
    {
        Document = document;
        Root = root;
        Source = source;
        Config = config;
        IsConfigShared = configNode is YamlAlias || config.Anchor is not null;
        ServiceName = Text(MergedMapping.Find(source, "serviceName")?.Entry);
        PipelineTypeEntry = config.Find("type");
        PipelineType = Text(PipelineTypeEntry);
    }

    /// <summary>The document that it is.</summary>
    public ConfigDocument Document { get; }

    /// <summary>The whole mapping.</summary>
    public YamlMapping Root { get; }

    /// <summary><c>source</c>.</summary>
    public YamlMapping Source { get; }

    /// <summary><c>source.sourceConfig.config</c>.</summary>
    public YamlMapping Config { get; }

    /// <summary>True where <see cref="Config"/> carries an anchor or is an alias, so that an edit of it could reach further.</summary>
    public bool IsConfigShared { get; }

    /// <summary><c>source.serviceName</c>.</summary>
    public string? ServiceName { get; }

    /// <summary><c>source.sourceConfig.config.type</c>, as in <c>Profiler</c>.</summary>
    public string? PipelineType { get; }

    /// <summary>The entry of <see cref="PipelineType"/>, where it stands in <see cref="Config"/> itself.</summary>
    public YamlEntry? PipelineTypeEntry { get; }

    /// <summary>Recognises a workflow; null for any other document.</summary>
    public static IngestionWorkflow? Bind(ConfigDocument document)
    {
        if (document.Yaml?.Root is not YamlMapping root
            || Mapping(root, "source") is not { } source
            || Mapping(source, "sourceConfig") is not { } sourceConfig
            || MergedMapping.Find(sourceConfig, "config")?.Entry.Value is not { } configNode
            || configNode.Resolved is not YamlMapping config
            || !IsRunnable(root))
        {
            return null;
        }

        return new IngestionWorkflow(document, root, source, configNode, config);
    }

    /// <summary>The entry at a path of keys such as <c>workflowConfig.successThreshold</c>, merge keys followed; null where there is none.</summary>
    public YamlEntry? Find(string path)
    {
        var mapping = Root;
        YamlEntry? entry = null;
        foreach (var key in path.Split('.'))
        {
            if (mapping is null || MergedMapping.Find(mapping, key) is not { } found)
                return null;
            entry = found.Entry;
            mapping = entry.Value.Resolved as YamlMapping;
        }

        return entry;
    }

    private static bool IsRunnable(YamlMapping root) =>
        root.Find("workflowConfig") is not null || root.Find("sink") is not null || root.Find("processor") is not null;

    private static YamlMapping? Mapping(YamlMapping parent, string key) =>
        MergedMapping.Find(parent, key)?.Entry.Value.Resolved as YamlMapping;

    private static string? Text(YamlEntry? entry) => (entry?.Value.Resolved as YamlScalar)?.Value;
}
