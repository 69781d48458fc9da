using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Python;

/// <summary>Turns an edit of a dict's YAML document into an edit of the code.</summary>
/// <param name="tree">The code's tree.</param>
/// <param name="editor">Its editor.</param>
/// <param name="yaml">What is done to the document.</param>
/// <param name="entries">The code's entries by the offsets of their keys in the document.</param>
internal sealed class PythonDictEdit(PythonTree tree, TokenEditor editor, YamlEditor yaml, IReadOnlyDictionary<int, PythonEntry> entries)
{
    /// <summary>Declares it.</summary>
    /// <exception cref="SyntaxEditException">The code has no place for an operation.</exception>
    public void Apply()
    {
        var operations = yaml.Operations;
        var removed = new Dictionary<PythonValue, List<PythonEntry>>(ReferenceEqualityComparer.Instance);
        foreach (var node in yaml.Tree.Documents[0].Root.DescendantsAndSelf())
        {
            if (node is YamlSequence sequence && operations.AppendedTo(sequence).Count > 0)
                throw new SyntaxEditException("no items are added to a list of the code");
            if (node is not YamlMapping mapping || operations.IsGone(mapping))
                continue;
            if (operations.AppendedTo(mapping).Count > 0)
                throw new SyntaxEditException("no entries are added to an empty dict of the code");
            foreach (var entry in mapping.Entries)
            {
                if (operations.IsRemoved(entry))
                    AddTo(removed, EntryOf(entry));
                else if (operations.NewValueOf(entry) is not null || operations.NewKeyOf(entry) is not null)
                    throw new SyntaxEditException("keys and values of the code are not replaced");
                foreach (var (key, value) in operations.InsertedAfter(entry))
                    Insert(entry, key, value);
            }
        }

        foreach (var (_, gone) in removed)
            tree.Remove(editor, [.. gone]);
    }

    private static void AddTo(Dictionary<PythonValue, List<PythonEntry>> removed, PythonEntry entry)
    {
        if (!removed.TryGetValue(entry.Container, out var list))
            removed.Add(entry.Container, list = []);
        list.Add(entry);
    }

    private PythonEntry EntryOf(YamlEntry entry) => entries[entry.Key.Span.Start];

    private void Insert(YamlEntry neighbour, string key, YamlNewValue value)
    {
        var beside = EntryOf(neighbour);
        if (yaml.Operations.IsRemoved(neighbour)
            || neighbour.Mapping.Entries.Any(yaml.Operations.IsRemoved)
            || yaml.Operations.InsertedAfter(neighbour).Count > 1)
        {
            throw new SyntaxEditException("the code is not edited in so many places at once");
        }

        var quote = beside.NameSpan is { } name && tree.Text[name.Start..name.End].EndsWith('\'') ? '\'' : '"';
        if (value.Text is null || PythonYaml.ToPython(value.Text, value.IsString, quote) is not { } written)
            throw new SyntaxEditException("the value has no counterpart in the code");
        var isKeyword = beside.Container is PythonDict { IsCall: true };
        tree.InsertAfter(editor, beside, isKeyword ? $"{key}={written}" : $"{PythonYaml.Literal(key, quote)}: {written}");
    }
}
