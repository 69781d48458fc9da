using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml;

public sealed class ScalarTextTests
{
    [Theory]
    [InlineData("a: one two", "two", "2", "a: one 2")]
    [InlineData("a: 'it''s one'", "one", "2", "a: 'it''s 2'")]
    [InlineData("a: 'one'", "one", "it's", "a: 'it''s'")]
    [InlineData("a: \"one\\ttwo\"", "two", "a \"b\"\n", "a: \"one\\ta \\\"b\\\"\\n\"")]
    [InlineData("a: \"one \\\n   two three\"", "two", "2", "a: \"one \\\n   2 three\"")]
    [InlineData("a: one\n  two\n\n  three", "three", "3", "a: one\n  two\n\n  3")]
    [InlineData("a: |\n  one\n  two\n", "two", "2", "a: |\n  one\n  2\n")]
    [InlineData("a: |\n  one\n  two\n", "one\n", "", "a: |\n  two\n")]
    [InlineData("a: |\n  one\n  two\nb: 1\n", "two\n", "", "a: |\n  one\nb: 1\n")]
    [InlineData("a: |\n  one\n  two\n", "two\n", "2\n\n3\n", "a: |\n  one\n  2\n\n  3\n")]
    [InlineData("a: |\r\n  one\r\n  two\r\n", "two", "2\n3", "a: |\r\n  one\r\n  2\r\n  3\r\n")]
    [InlineData("a: |-\n    one\n    two\nb: 1", "one", "1", "a: |-\n    1\n    two\nb: 1")]
    [InlineData("a: >-\n  one\n  two\n\n  three\n", "two", "2", "a: >-\n  one\n  2\n\n  three\n")]
    [InlineData("a: >\n  one\n    more\n  two\n", "two", "2", "a: >\n  one\n    more\n  2\n")]
    [InlineData("- - one\n  - b", "one", "1", "- - 1\n  - b")]
    [InlineData("{a: [one, \"b\"]}", "one", "1", "{a: [1, \"b\"]}")]
    public void Part_of_a_value_is_replaced(string source, string old, string newText, string expected)
    {
        // Only the type may not change, so numbers stand in for words here only where both are strings.
        var tree = Parse(source);
        var scalar = Scalars(tree).First(scalar => scalar.Value.Contains(old, StringComparison.Ordinal));
        var text = tree.TextOf(scalar);
        var editor = new YamlEditor(tree);

        editor.ReplaceText(text, new TextSpan(text.Value.IndexOf(old, StringComparison.Ordinal), old.Length), newText);

        Assert.Equal(expected, editor.GetText());
    }

    [Fact]
    public void Lines_are_inserted_into_a_block_scalar()
    {
        var tree = Parse("a: |\n    one\n    two\nb: 1\n");
        var text = tree.TextOf(Scalars(tree).Single(scalar => scalar.Style == YamlScalarStyle.Literal));
        var editor = new YamlEditor(tree);

        editor.ReplaceText(text, new TextSpan(4, 0), "and\n");
        editor.ReplaceText(text, new TextSpan(8, 0), "three\n");

        Assert.Equal("a: |\n    one\n    and\n    two\n    three\nb: 1\n", editor.GetText());
        Assert.Null(editor.FindDifference(Parse(editor.GetText())));
    }

    [Fact]
    public void An_escape_is_not_cut_in_two() => Assert.Equal(
        "the text is written with escapes and cannot be edited in part",
        Assert.Throws<SyntaxEditException>(() => Whole("a: \"\\U0001F600\"").Replace(new TextSpan(0, 1), "x")).Message);

    [Fact]
    public void An_embedded_document_is_edited_in_its_block_scalar()
    {
        var outer = Parse("data:\n  p.yaml: |\n    type: Profiler\n    confidence: 85\n    # last\n  q: 1\n");
        var text = new EmbeddedText(outer.TextOf(Scalars(outer).Single(scalar => scalar.Style == YamlScalarStyle.Literal)));
        var inner = Parse(text.Text);
        var root = (YamlMapping)inner.Documents[0].Root;
        var edit = new YamlEditor(inner);
        edit.Remove(root.Find("confidence")!);
        edit.InsertAfter(root.Find("type")!, "threads", YamlNewValue.Plain("4"));
        var editor = new YamlEditor(outer);

        editor.Embed(text, edit);

        Assert.Equal("data:\n  p.yaml: |\n    type: Profiler\n    threads: 4\n    # last\n  q: 1\n", editor.GetText());
        Assert.Null(editor.FindDifference(Parse(editor.GetText())));
        Assert.Equal(
            "confidence: 85", outer.Text.Substring(text.ToSource(root.Find("confidence")!.Span).Start, text.ToSource(root.Find("confidence")!.Span).Length));
    }

    [Fact]
    public void Indented_parts_are_edited_with_their_indentation()
    {
        var outer = Parse("\"\\n  type: Profiler\\n  confidence: 85\\n\"");
        var value = Whole(outer);
        var text = new EmbeddedText(
            "type: Profiler\nconfidence: 85\n", [new EmbeddedPart(0, value, 3, 15), new EmbeddedPart(15, value, 20, 15)], "  ");
        var inner = Parse(text.Text);
        var root = (YamlMapping)inner.Documents[0].Root;
        var edit = new YamlEditor(inner);
        edit.Remove(root.Find("type")!);
        edit.InsertAfter(root.Find("confidence")!, "threads", YamlNewValue.Plain("4"));
        var editor = new YamlEditor(outer);

        editor.Embed(text, edit);

        Assert.Equal("\"\\n  confidence: 85\\n  threads: 4\\n\"", editor.GetText());
        Assert.Null(editor.FindDifference(Parse(editor.GetText())));
    }

    [Fact]
    public void A_value_that_changes_beside_the_edit_is_found()
    {
        var tree = Parse("a: one\nb: two\n");
        var editor = new YamlEditor(tree);
        editor.ReplaceText(tree.TextOf(Scalars(tree).Single(scalar => scalar.Value == "one")), new TextSpan(0, 3), "1st");

        Assert.Null(editor.FindDifference(Parse("a: 1st\nb: two\n")));
        Assert.Equal("b: `two` became `too`", editor.FindDifference(Parse("a: 1st\nb: too\n")));
        Assert.Equal("a: `1st` became `one`", editor.FindDifference(Parse("a: one\nb: two\n")));
    }

    [Fact]
    public void Any_word_of_any_scalar_can_be_replaced()
    {
        var random = new Random(1);
        var edits = 0;
        foreach (var (path, original) in Corpus.Files(".yaml", ".yml"))
        {
            var text = random.Next(2) == 0 ? original : original.ReplaceLineEndings("\r\n");
            if (!YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _))
                continue;
            foreach (var scalar in Scalars(tree).Where(scalar => scalar.ResolvedType == YamlScalarType.String && scalar.Value.Length > 2).Take(8))
            {
                var value = tree.TextOf(scalar);
                Assert.Equal(scalar.Value, value.Value);
                var start = scalar.Value.AsSpan().IndexOfAnyInRange('a', 'z');
                if (start < 0 || !value.IsVerbatim(new TextSpan(start, 1)))
                    continue;

                var source = value.ToSource(new TextSpan(start, 1));
                Assert.Equal(scalar.Value[start], text[source.Start]);
                var editor = new YamlEditor(tree);
                editor.ReplaceText(value, new TextSpan(start, 1), "xy");
                var edited = editor.GetText();
                Assert.Equal(text.Remove(source.Start, 1).Insert(source.Start, "xy"), edited);
                Assert.True(editor.FindDifference(Parse(edited)) is null, path + editor.FindDifference(Parse(edited)));
                edits++;
            }
        }

        Assert.True(edits > 3_000, $"{edits} edits");
    }

    private static MappedText Whole(string source) => Whole(Parse(source));

    private static MappedText Whole(YamlTree tree) => tree.TextOf(Scalars(tree).Last());

    private static IEnumerable<YamlScalar> Scalars(YamlTree tree) =>
        tree.Documents.SelectMany(document => document.Root.DescendantsAndSelf()).OfType<YamlScalar>();

    private static YamlTree Parse(string text) =>
        YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error) ? tree : throw new ArgumentException(error.Message);
}
