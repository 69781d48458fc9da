using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds what of a workflow is not written, because a template or a person is to fill it in.</summary>
internal static class UnreadWorkflow
{
    /// <summary>The parts of <paramref name="workflow"/> that no rule looks at.</summary>
    public static UnreadPart? Of(IngestionWorkflow workflow) => workflow.Uncertainty?.Alternative is { } alternative
        ? new UnreadPart(alternative.Key.Span, $"`{alternative.KeyText}` is written in several branches of the template, and only the last was looked at")
        : null;

    /// <summary>The part for which <paramref name="document"/>, which looks like a workflow, is none; null where it does not look like one.</summary>
    public static UnreadPart? Of(ConfigDocument document)
    {
        var template = document.File.Template;
        if (document.Yaml?.Root is not YamlMapping root
            || (root.Find("workflowConfig") ?? root.Find("sink") ?? root.Find("processor")) is null && template is not { Tree.OpenLines.IsEmpty: false })
        {
            return null;
        }

        var mapping = root;
        foreach (var key in (ReadOnlySpan<string>)["source", "sourceConfig", "config"])
        {
            if (mapping.Find(key) is not { } entry)
            {
                return key != "source" && template?.HasStatementsIn(mapping.Span) == true
                    ? new UnreadPart(mapping.Entry?.Key.Span ?? mapping.Span, $"`{key}` is written by the template")
                    : null;
            }

            if (entry.Value.Resolved is YamlMapping next)
            {
                mapping = next;
                continue;
            }

            var isUnknown = entry.Value is YamlScalar scalar
                && (UnknownText.IsIn(scalar.Value) || (scalar.IsEmpty && template is { Tree.OpenLines.IsEmpty: false }));
            return isUnknown && (key != "source" || document.File.Text.Contains("sourceConfig", StringComparison.Ordinal))
                ? new UnreadPart(entry.Key.Span, $"`{key}` is not known before it is filled in")
                : null;
        }

        return null;
    }
}
