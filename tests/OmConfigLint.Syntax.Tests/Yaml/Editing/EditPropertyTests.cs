using System.Text.RegularExpressions;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

/// <summary>
/// Every operation on the entries of real files and of the YAML test suite: the edited text is proved and the lines beside the entry are the
/// same, or the edit is refused for a known reason. The files are taken in turn as they are, with CRLF, with CR and without final newline.
/// </summary>
public sealed partial class EditPropertyTests(ITestOutputHelper output)
{
    private const int EntriesOfAFile = 6;

    // Reasons for which single edits are refused; each is the file's own, and rare.
    private static readonly string[] KnownReasons =
    [
        "… on line … needs the anchor …: the value is not on one line and cannot be copied",
        "… on line … needs the anchor …: the value holds anchors or aliases and cannot be copied",
        "a document without … cannot become empty",
        "a line behind the block scalar at the end of the text would add a line break to its value",
        "a mapping that has an entry without a key is not edited",
        "a mapping that lacks a comma between its entries is not edited",
        "an empty list that holds a comment is not edited",
        "only a key that is written as plain or quoted text can be renamed",
        "line … starts with a tab, which cannot follow every value",
        "line … would become part of the block scalar above it",
        "the indentation cannot be told behind a tab",
        "the key … has the anchor …, which is used elsewhere",
        "… shares its line with other entries",
    ];

    private readonly Dictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private int _edits;

    [Theory]
    [InlineData("corpus", 0.001)]
    [InlineData("yaml-test-suite", 0.1)]
    public void Remove(string material, double refused) =>
        ForEachEntry(material, refused, (editor, entry) => editor.Remove(entry), edited => !edited.HasOwnLines || edited.LosesOnly(edited.OwnLines));

    [Theory]
    [InlineData("corpus", 0.001)]
    [InlineData("yaml-test-suite", 0.1)]
    public void Insert_behind(string material, double refused) =>
        ForEachEntry(material, refused, InsertNine, edited => edited.IsInFlow || edited.Gains(1));

    [Theory]
    [InlineData("corpus", 0.001)]
    [InlineData("yaml-test-suite", 0.2)]
    public void Rename_key(string material, double refused) =>
        ForEachEntry(material, refused, (editor, entry) => editor.RenameKey(entry, "renamed"), edited => edited.ChangesOnly(edited.KeyLines));

    [Theory]
    [InlineData("corpus", 0.001)]
    [InlineData("yaml-test-suite", 0.1)]
    public void Replace_value(string material, double refused) =>
        ForEachEntry(material, refused, ReplaceByTrue, edited => edited.HasAnchor || edited.ChangesOnly(edited.OwnLines + 1));

    [Theory]
    [InlineData("corpus", 0.002)]
    [InlineData("yaml-test-suite", 0.1)]
    public void Append_item(string material, double refused)
    {
        foreach (var (name, tree) in Trees(material))
        {
            foreach (var sequence in tree.Documents.SelectMany(document => document.Root.DescendantsAndSelf()).OfType<YamlSequence>())
            {
                var editor = new YamlEditor(tree);
                editor.Append(sequence, YamlNewValue.String("appended"));
                Edit($"{name}: {sequence.Span}", editor);
            }
        }

        RequireFewRefusals(refused);
    }

    [Theory]
    [InlineData("corpus", 0.01)]
    [InlineData("yaml-test-suite", 0.1)]
    public void Many_at_once(string material, double refused)
    {
        var random = new Random(1);
        foreach (var (name, tree) in Trees(material))
        {
            var entries = EntriesOf(tree);
            for (var round = 0; round < 4 && entries.Length > 0; round++)
            {
                var editor = new YamlEditor(tree);
                foreach (var entry in random.GetItems(entries, random.Next(2, 12)))
                {
                    switch (random.Next(6))
                    {
                        case 0 or 1 or 2:
                            editor.Remove(entry);
                            break;
                        case 3:
                            InsertNine(editor, entry);
                            break;
                        case 4 when entry.Key is YamlScalar { Style: not (YamlScalarStyle.Literal or YamlScalarStyle.Folded), IsEmpty: false }:
                            editor.RenameKey(entry, "renamed");
                            break;
                        default:
                            ReplaceByTrue(editor, entry);
                            break;
                    }
                }

                Edit(name, editor);
            }
        }

        RequireFewRefusals(refused);
    }

    private static void InsertNine(YamlEditor editor, YamlEntry entry) => editor.InsertAfter(entry, "inserted", YamlNewValue.String("9"));

    private static void ReplaceByTrue(YamlEditor editor, YamlEntry entry) => editor.ReplaceValue(entry, YamlNewValue.Plain("true"));

    private void ForEachEntry(string material, double refused, Action<YamlEditor, YamlEntry> operation, Func<EditedLines, bool> linesAreRight)
    {
        foreach (var (name, tree) in Trees(material))
        {
            var entries = EntriesOf(tree);
            for (var i = 0; i < entries.Length; i += 1 + (entries.Length / EntriesOfAFile))
            {
                var editor = new YamlEditor(tree);
                operation(editor, entries[i]);
                if (Edit($"{name}: {entries[i].KeyText} {entries[i].Span}", editor) is { } edited)
                    Assert.True(linesAreRight(new EditedLines(tree.Text, edited, entries[i])), $"{name}: {entries[i].KeyText} {entries[i].Span}\n{edited}");
            }
        }

        RequireFewRefusals(refused);
    }

    private string? Edit(string name, YamlEditor editor)
    {
        _edits++;
        try
        {
            var edited = editor.GetText();
            Assert.True(TryParse(edited, editor.Tree.IsJson, out var tree), $"{name}: cannot be read\n{editor.Tree.Text}\nbecame\n{edited}");
            var difference = YamlEditProof.FindDifference(editor, tree);
            Assert.True(difference is null, $"{name}: {difference}\n{editor.Tree.Text}\nbecame\n{edited}");
            return edited;
        }
        catch (SyntaxEditException e)
        {
            var reason = Specifics().Replace(e.Message, "…");
            _refusals[reason] = _refusals.GetValueOrDefault(reason) + 1;
            return null;
        }
    }

    private void RequireFewRefusals(double share)
    {
        output.WriteLine($"{_edits} edits");
        foreach (var (reason, count) in _refusals.OrderByDescending(refusal => refusal.Value))
            output.WriteLine($"{count,6} {reason}");
        Assert.Empty(_refusals.Keys.Except(KnownReasons, StringComparer.Ordinal));
        Assert.InRange(_refusals.Values.Sum(), 0, _edits * share);
    }

    private static IEnumerable<(string Name, YamlTree Tree)> Trees(string material)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(SharedMaterial.Require(material), "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is not (".yaml" or ".yml" or ".json") || File.ReadAllText(path) is var text && !seen.Add(text))
                continue;

            text = (seen.Count % 4) switch
            {
                0 => text,
                1 => text.ReplaceLineEndings("\r\n"),
                2 => text.ReplaceLineEndings("\r"),
                _ => text.TrimEnd('\r', '\n'),
            };
            if (TryParse(text, path.EndsWith(".json", StringComparison.Ordinal), out var tree))
                yield return (path, tree);
        }
    }

    private static bool TryParse(string text, bool isJson, out YamlTree tree) => isJson
        ? YamlTree.TryParseJson(text, SyntaxLimits.Default, out tree!, out _)
        : YamlTree.TryParseYaml(text, SyntaxLimits.Default, out tree!, out _);

    private static YamlEntry[] EntriesOf(YamlTree tree) =>
        [.. tree.Documents.SelectMany(document => document.Root.DescendantsAndSelf()).OfType<YamlMapping>().SelectMany(mapping => mapping.Entries)];

    [GeneratedRegex("`[^`]*`|[0-9]+")]
    private static partial Regex Specifics();
}
