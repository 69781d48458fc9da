using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>
/// A workflow in the shape of the releases before 0.11, with <c>service_name</c> and its like in <c>source.config</c>. Nothing else is said of
/// it: what later releases changed has other names there.
/// </summary>
/// <param name="Document">The document that it is.</param>
/// <param name="Sign">The entry that tells.</param>
public sealed record OutdatedWorkflow(ConfigDocument Document, YamlEntry Sign)
{
    /// <summary>Recognises one; null for any other document.</summary>
    public static OutdatedWorkflow? Bind(ConfigDocument document)
    {
        if (document.Yaml?.Root is not YamlMapping root
            || root.Find("source")?.Value is not YamlMapping source
            || source.Find("sourceConfig") is not null
            || source.Find("config")?.Value is not YamlMapping config
            || config.Find("service_name") is not { } sign
            || (root.Find("metadata_server") ?? root.Find("sink") ?? root.Find("workflowConfig")) is null)
        {
            return null;
        }

        return new OutdatedWorkflow(document, sign);
    }
}
