using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

/// <summary>
/// An edit as text before and after. Each is made with every line break, with a byte order mark and without final newline; each time the
/// edited text must be read back and proved.
/// </summary>
internal sealed class EditExample
{
    private readonly YamlEditor _editor;

    private EditExample(YamlTree tree) => _editor = new YamlEditor(tree);

    public static void Yaml(string before, Action<EditExample> edit, string after) => Check(before, edit, after, isJson: false);

    public static void Json(string before, Action<EditExample> edit, string after) => Check(before, edit, after, isJson: true);

    /// <summary>The message with which the edit is refused.</summary>
    public static string Refuses(string before, Action<EditExample> edit, bool isJson = false)
    {
        var example = new EditExample(Parse(before, isJson));
        edit(example);
        return Assert.Throws<SyntaxEditException>(() => example._editor.GetText()).Message;
    }

    public static YamlEditor Editor(string text, Action<EditExample> edit)
    {
        var example = new EditExample(Parse(text));
        edit(example);
        return example._editor;
    }

    public static YamlTree Parse(string text, bool isJson = false)
    {
        var isParsed = isJson
            ? YamlTree.TryParseJson(text, SyntaxLimits.Default, out var tree, out var error)
            : YamlTree.TryParseYaml(text, SyntaxLimits.Default, out tree, out error);
        Assert.True(isParsed, $"{error} in\n{text}");
        return tree!;
    }

    public EditExample Remove(string path)
    {
        _editor.Remove(Entry(path));
        return this;
    }

    public EditExample InsertAfter(string path, string key, YamlNewValue value)
    {
        _editor.InsertAfter(Entry(path), key, value);
        return this;
    }

    public EditExample InsertAfter(string path, string key, string plain) => InsertAfter(path, key, YamlNewValue.Plain(plain));

    public EditExample Append(string path, string key, YamlNewValue value)
    {
        _editor.Append((YamlMapping)Node(path), key, value);
        return this;
    }

    public EditExample Append(string path, string key, string plain) => Append(path, key, YamlNewValue.Plain(plain));

    public EditExample AppendItem(string path, YamlNewValue value)
    {
        _editor.Append((YamlSequence)Node(path), value);
        return this;
    }

    public EditExample AppendItem(string path, string text) => AppendItem(path, YamlNewValue.String(text));

    public EditExample Replace(string path, YamlNewValue value)
    {
        _editor.ReplaceValue(Entry(path), value);
        return this;
    }

    public EditExample Replace(string path, string plain) => Replace(path, YamlNewValue.Plain(plain));

    public EditExample Rename(string path, string newKey)
    {
        _editor.RenameKey(Entry(path), newKey);
        return this;
    }

    public YamlNewValue CopyOf(string path) => YamlNewValue.CopyOf(Node(path));

    /// <summary>The node at <c>a/0/b</c>; <c>a#1</c> is the second of duplicate keys, <c>1::a</c> lies in the second document.</summary>
    private YamlNode Node(string path)
    {
        var (document, steps) = path.Split("::") is [var number, var rest] ? (int.Parse(number, null), rest) : (0, path);
        var node = _editor.Tree.Documents[document].Root;
        foreach (var step in steps.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node is YamlSequence sequence ? sequence.Items[int.Parse(step, null)] : EntryOf((YamlMapping)node, step).Value;
        return node;
    }

    private YamlEntry Entry(string path)
    {
        var cut = path.LastIndexOfAny(['/', ':']) + 1;
        return EntryOf((YamlMapping)Node(path[..cut]), path[cut..]);
    }

    private static YamlEntry EntryOf(YamlMapping mapping, string step)
    {
        var (key, index) = step.Split('#') is [var name, var number] ? (name, int.Parse(number, null)) : (step, 0);
        return mapping.Entries.Where(entry => string.Equals(entry.KeyText, key, StringComparison.Ordinal)).ElementAt(index);
    }

    private static void Check(string before, Action<EditExample> edit, string after, bool isJson)
    {
        foreach (var (name, vary) in Variants)
        {
            if (isJson && string.Equals(name, "BOM", StringComparison.Ordinal))
                continue;

            var example = new EditExample(Parse(vary(before), isJson));
            edit(example);
            var edited = example._editor.GetText();
            Assert.True(
                string.Equals(vary(after), edited, StringComparison.Ordinal),
                $"{name}: expected\n{Visible(vary(after))}\nfound\n{Visible(edited)}");
            Assert.Null(YamlEditProof.FindDifference(example._editor, Parse(edited, isJson)));
        }
    }

    private static readonly (string Name, Func<string, string> Vary)[] Variants =
    [
        ("LF", text => text + "\n"),
        ("CRLF", text => (text + "\n").Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("CR", text => (text + "\n").Replace("\n", "\r", StringComparison.Ordinal)),
        ("BOM", text => "\uFEFF" + text + "\n"),
        ("no final newline", text => text),
    ];

    private static string Visible(string text) => text.Replace("\r", "␍", StringComparison.Ordinal).Replace("\n", "␊\n", StringComparison.Ordinal);
}
