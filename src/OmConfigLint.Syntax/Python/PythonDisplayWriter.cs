using System.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Python;

/// <summary>Writes a YAML document that was made from a dict as a dict display again.</summary>
/// <param name="tree">The document's tree.</param>
/// <param name="sources">The source of what Python does not write as YAML does, by its text in the document.</param>
/// <param name="lineBreak">The line break.</param>
internal sealed class PythonDisplayWriter(YamlTree tree, IReadOnlyDictionary<string, string> sources, string lineBreak)
{
    private const string Step = "    ";

    private readonly StringBuilder _text = new();

    /// <summary>Writes <paramref name="root"/>.</summary>
    public string Write(YamlNode root)
    {
        WriteValue(root, "");
        return _text.Append(lineBreak).ToString();
    }

    private void WriteValue(YamlNode node, string indentation)
    {
        if (sources.TryGetValue(tree.Text.Substring(node.Span.Start, node.Span.Length).Trim(), out var source))
        {
            _text.Append(source);
            return;
        }

        switch (node.Resolved)
        {
            case YamlMapping { Entries.IsEmpty: false } mapping:
                _text.Append('{').Append(lineBreak);
                foreach (var entry in mapping.Entries)
                {
                    _text.Append(indentation).Append(Step);
                    WriteEntry(entry, indentation + Step);
                    _text.Append(',').Append(lineBreak);
                }

                _text.Append(indentation).Append('}');
                break;
            case YamlMapping:
                _text.Append("{}");
                break;
            case YamlSequence sequence:
                _text.Append('[');
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    if (i > 0)
                        _text.Append(", ");
                    WriteValue(sequence.Items[i], indentation + Step);
                }

                _text.Append(']');
                break;
            case YamlScalar scalar:
                _text.Append(PythonYaml.ToPython(scalar.Value, !scalar.IsImplicit, '"') ?? PythonYaml.Literal(scalar.Value, '"'));
                break;
        }
    }

    private void WriteEntry(YamlEntry entry, string indentation)
    {
        if (entry.IsMerge)
            _text.Append("**");
        else
            WriteKey(entry.Key);
        WriteValue(entry.Value, indentation);
    }

    private void WriteKey(YamlNode key)
    {
        var written = tree.Text.Substring(key.Span.Start, key.Span.Length);
        _text.Append(sources.TryGetValue(written, out var source) ? source : PythonYaml.Literal(((YamlScalar)key).Value, '"')).Append(": ");
    }
}
