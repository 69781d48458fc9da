using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Workflows;

/// <summary>
/// The entry of a ConfigMap, a Secret or the like that holds a workflow as a file: its key is a file's name, its value a block scalar. A second
/// workflow goes into an entry of its own beside it.
/// </summary>
/// <param name="Entry">The entry.</param>
/// <param name="FileName">Its key.</param>
internal sealed record CompanionEntry(YamlEntry Entry, string FileName)
{
    /// <summary>The entry that holds <paramref name="file"/> as a whole; null where it stands in anything else.</summary>
    public static CompanionEntry? Of(SourceFile file) =>
        file.Embedding is { HostTree: YamlTree, Text.Parts: [{ TextStart: 0 } part] }
        && part.Text.Owner is YamlScalar { Style: YamlScalarStyle.Literal, Entry: { KeyText: { } key, Mapping.Style: YamlCollectionStyle.Block } entry } scalar
        && part.Length == scalar.Value.Length
        && FileFormats.Of(key) is FileFormat.Yaml or FileFormat.Json
            ? new CompanionEntry(entry, key)
            : null;
}
