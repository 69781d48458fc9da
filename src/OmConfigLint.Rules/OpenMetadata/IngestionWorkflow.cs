using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// An ingestion workflow, as <c>metadata ingest -c</c> and its siblings read it, or an ingestion pipeline as the server exports it. Recognised
/// by content: a workflow has a <c>source</c> with <c>sourceConfig.config</c>, beside a <c>sink</c>, <c>processor</c> or <c>workflowConfig</c>;
/// a pipeline has <c>sourceConfig.config</c> itself, beside <c>airflowConfig</c> or <c>pipelineType</c>.
/// </summary>
public sealed class IngestionWorkflow
{
    private IngestionWorkflow(ConfigDocument document, YamlMapping root, YamlMapping source, YamlNode configNode, YamlMapping config, bool isExported)
    {
        IsExported = isExported;
        Document = document;
        Root = root;
        Source = source;
        Config = config;
        IsConfigShared = configNode is YamlAlias || config.Anchor is not null || (IsInPython && HasSharedParent(config));
        HasUnknownEntries = IsInPython && HoldsUnknownEntries(config);
        MayHoldMore = HasUnknownEntries || document.File.Embedding?.Text is PythonDictText { IsOpen: true };
        ServiceName = Text(MergedMapping.Find(source, "serviceName")?.Entry)
            ?? (isExported && Mapping(source, "service") is { } service ? Text(service.Find("name")) : null);
        var template = document.File.Template;
        if (ServiceName is not null && template is not null)
            ServiceName = template.Tree.Restore(ServiceName);
        ServiceKey = ServiceName is { } name && MergedMapping.Find(source, "serviceName")?.Entry is { } entry && HoldsStandIn(entry.Value)
            ? $"{document.File.Path}:{name}"
            : ServiceName;
        PipelineTypeEntry = config.Find("type");
        PipelineType = Text(PipelineTypeEntry);
        if (template is not null)
            Uncertainty = new WorkflowUncertainty(this, template);

        IsTypeUnknown = PipelineType is not null && (UnknownText.IsIn(PipelineType) || Uncertainty?.IsTypeUnknown == true);
        if (IsTypeUnknown)
            PipelineType = null;
    }

    /// <summary>The document that it is.</summary>
    public ConfigDocument Document { get; }

    /// <summary>The whole mapping; for an exported pipeline possibly an item of a list.</summary>
    public YamlMapping Root { get; }

    /// <summary>
    /// True for a pipeline as the server's API and Airflow's <c>dag_generated_configs</c> hold it: the server runs it, not a command.
    /// </summary>
    public bool IsExported { get; }

    /// <summary><c>source</c>; the pipeline itself where it is exported without one.</summary>
    public YamlMapping Source { get; }

    /// <summary><c>source.sourceConfig.config</c>.</summary>
    public YamlMapping Config { get; }

    /// <summary>True where <see cref="Config"/> carries an anchor or is an alias, so that an edit of it could reach further.</summary>
    public bool IsConfigShared { get; }

    /// <summary>True where the workflow is part of Python code: a string or a dict.</summary>
    public bool IsInPython => PythonCode.IsAround(Document.File);

    /// <summary>True where an expression stands for entries on the way to <see cref="Config"/>: <c>**common</c>, or a key that is a variable.</summary>
    public bool HasUnknownEntries { get; }

    /// <summary>True where code can put properties into <see cref="Config"/> that are not written there.</summary>
    public bool MayHoldMore { get; }

    /// <summary>What <see cref="Config"/> is shared through, for users.</summary>
    public string SharedThrough => IsInPython && Document.File.Embedding!.Text is PythonDictText ? "a variable" : "an anchor";

    /// <summary><c>source.serviceName</c>.</summary>
    public string? ServiceName { get; }

    /// <summary>By what workflows of the same service are found: its name; where that is an expression of some code, it counts in that file only.</summary>
    public string? ServiceKey { get; }

    /// <summary><c>source.sourceConfig.config.type</c>, as in <c>Profiler</c>.</summary>
    public string? PipelineType { get; }

    /// <summary>True where <see cref="PipelineType"/> is null because it is not known before it is filled in.</summary>
    public bool IsTypeUnknown { get; }

    /// <summary>What is not known of the workflow before its template is rendered; null where it stands in no template.</summary>
    internal WorkflowUncertainty? Uncertainty { get; }

    /// <summary>The entry of <see cref="PipelineType"/>, where it stands in <see cref="Config"/> itself.</summary>
    public YamlEntry? PipelineTypeEntry { get; }

    /// <summary>Recognises a workflow, or the pipelines of an export; none in any other document.</summary>
    public static IEnumerable<IngestionWorkflow> Bind(ConfigDocument document) => document.Yaml?.Root switch
    {
        YamlMapping root => Bind(document, root) is { } workflow ? [workflow] : root.Find("data")?.Value is YamlSequence page ? BindAll(document, page) : [],
        YamlSequence pipelines => BindAll(document, pipelines),
        _ => [],
    };

    private static IEnumerable<IngestionWorkflow> BindAll(ConfigDocument document, YamlSequence pipelines)
    {
        foreach (var item in pipelines.Items)
        {
            if (item is YamlMapping mapping && Bind(document, mapping) is { IsExported: true } pipeline)
                yield return pipeline;
        }
    }

    private static IngestionWorkflow? Bind(ConfigDocument document, YamlMapping root)
    {
        // What a template writes on lines of its own can be all that is missing.
        var isRunnable = IsRunnable(root)
            || (root.Find("source") is not null && document.File.Embedding?.Text is PythonDictText)
            || document.File.Template is { Tree.OpenLines.IsEmpty: false };
        var isExported = !isRunnable && IsPipeline(root);
        // What code puts together in other ways than by names: its source alone.
        var isPiece = !isRunnable && !isExported && document.File.Embedding?.Text is PythonDictText && IsSource(root);
        if ((!isRunnable && !isExported && !isPiece)
            || (Mapping(root, "source") ?? (isExported || isPiece ? root : null)) is not { } source
            || Mapping(source, "sourceConfig") is not { } sourceConfig
            || MergedMapping.Find(sourceConfig, "config")?.Entry.Value is not { } configNode
            || configNode.Resolved is not YamlMapping config)
        {
            return null;
        }

        return new IngestionWorkflow(document, root, source, configNode, config, isExported);
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

    private static bool HasSharedParent(YamlNode config)
    {
        for (var node = config.Parent; node is not null; node = node.Parent)
        {
            if (node.Anchor is not null)
                return true;
        }

        return false;
    }

    private bool HoldsUnknownEntries(YamlNode config)
    {
        for (YamlNode? node = config; node is not null; node = node.Parent)
        {
            foreach (var entry in node is YamlMapping mapping ? mapping.Entries : [])
            {
                if (HoldsStandIn(entry.Key) || (entry.IsMerge && entry.Value.Resolved is YamlScalar))
                    return true;
            }
        }

        return false;
    }

    private bool HoldsStandIn(YamlNode node) => Document.File.Embedding?.Text.HoldsStandIn(node.Span) == true;

    private static bool IsRunnable(YamlMapping root) =>
        root.Find("workflowConfig") is not null || root.Find("sink") is not null || root.Find("processor") is not null;

    private static bool IsSource(YamlMapping root) => root.Find("serviceName") is not null || root.Find("serviceConnection") is not null;

    private static bool IsPipeline(YamlMapping root) => root.Find("airflowConfig") is not null || root.Find("pipelineType") is not null;

    private static YamlMapping? Mapping(YamlMapping parent, string key) =>
        MergedMapping.Find(parent, key)?.Entry.Value.Resolved as YamlMapping;

    private static string? Text(YamlEntry? entry) => (entry?.Value.Resolved as YamlScalar)?.Value;
}
