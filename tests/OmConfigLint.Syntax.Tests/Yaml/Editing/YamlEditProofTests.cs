using System.Text;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class YamlEditProofTests
{
    private const string Before =
        """
        source:
          config:
            type: Profiler
            confidence: 80
            tags: [a, 'b']
          password: "geheim"
        sink: {}
        """;

    [Theory]
    [InlineData("confidence: 80", "confidence: 81", "source.config.confidence: `80` became `81`")]
    [InlineData("confidence: 80", "confidence: '80'", "source.config.confidence: a plain scalar became a quoted one")]
    [InlineData("confidence: 80", "confidence: !!int 80", "source.config.confidence: the tag none became `tag:yaml.org,2002:int`")]
    [InlineData("confidence: 80", "confidence: &x 80", "source.config.confidence: the anchor is another")]
    [InlineData("confidence: 80", "confidence:", "source.config.confidence: `80` became ``")]
    [InlineData("confidence: 80", "confidence: [80]", "source.config.confidence: a scalar became a sequence")]
    [InlineData("    confidence: 80\n", "", "source.config.confidence: is missing")]
    [InlineData("confidence: 80", "Confidence: 80", "source.config.confidence: is missing")]
    [InlineData("confidence: 80", "'confidence': 80", "source.config.confidence: a plain scalar became a quoted one")]
    [InlineData("confidence: 80", "confidence: 80\n    more: 1", "source.config.more: was not there before")]
    [InlineData("confidence: 80", "confidence: 80\n    confidence: 80", "source.config.tags: stands in another place or is written more or less often")]
    [InlineData("    type: Profiler\n    confidence: 80", "    confidence: 80\n    type: Profiler", "source.config.type: stands in another place or is written more or less often")]
    [InlineData("'b'", "b", "source.config.tags[1]: a quoted scalar became a plain one")]
    [InlineData(", 'b'", "", "source.config.tags: has 1 items instead of 2")]
    [InlineData("sink: {}", "sink:", "sink: a mapping became a scalar")]
    [InlineData("sink: {}", "sink: []", "sink: a mapping became a sequence")]
    [InlineData("geheim", "verraten", "source.password: the value differs")]
    [InlineData("sink: {}", "sink: {}\n---\n", "the text has 2 documents instead of 1")]
    [InlineData("  password: \"geheim\"\nsink: {}", "  password: \"geheim\"\n  sink: {}", "sink: is missing")]
    public void Finds_what_no_operation_declares(string text, string changed, string difference) =>
        Assert.Equal(difference, Difference(Before, edit => { }, Before.Replace(text, changed, StringComparison.Ordinal)));

    [Fact]
    public void Finds_nothing_where_only_the_presentation_differs() => Assert.Null(Difference(
        Before,
        edit => { },
        """
        # other comments, indentation, quotes and collection styles
        source: { config: { type: Profiler, confidence: 80, tags: [
          a, "b" ] },  password: 'geheim' }

        sink: {}
        """));

    [Theory]
    [InlineData("a: 1\nb: 2\nc: 3", "a: was not there before")]
    [InlineData("c: 3", "b: is missing")]
    [InlineData("b: 2\nc: 4", "c: `3` became `4`")]
    [InlineData("{}", "b: is missing")]
    [InlineData("b: 2\nc: 3", null)]
    public void Of_a_removed_entry(string after, string? difference) => Assert.Equal(difference, Difference("a: 1\nb: 2\nc: 3", edit => edit.Remove("a"), after));

    [Theory]
    [InlineData("a: 2\na: 3", null)]
    [InlineData("a: 1\na: 3", "a: `2` became `1`")]
    [InlineData("a: 2", "a: stands in another place or is written more or less often")]
    public void Of_one_of_duplicate_keys(string after, string? difference) => Assert.Equal(difference, Difference("a: 1\na: 2\na: 3", edit => edit.Remove("a"), after));

    [Theory]
    [InlineData("{}", null)]
    [InlineData("", "the document: a mapping became a scalar")]
    [InlineData("null", "the document: a mapping became a scalar")]
    [InlineData("[]", "the document: a mapping became a sequence")]
    public void Of_all_entries(string after, string? difference) => Assert.Equal(difference, Difference("a: 1", edit => edit.Remove("a"), after.Length == 0 ? "---\n" : after));

    [Theory]
    [InlineData("a: 1\nx: 9\nb: 2", null)]
    [InlineData("a: 1\nx: '9'\nb: 2", "x: the new value is not a plain scalar")]
    [InlineData("a: 1\nx: 8\nb: 2", "x: `9` became `8`")]
    [InlineData("a: 1\nx: &n 9\nb: 2", "x: the new value has an anchor or a tag, or is an alias")]
    [InlineData("a: 1\nb: 2\nx: 9", "x: stands in another place or is written more or less often")]
    [InlineData("a: 1\nb: 2", "x: is missing")]
    [InlineData("a: 1\nx: 9\nx: 9\nb: 2", "b: stands in another place or is written more or less often")]
    public void Of_an_inserted_entry(string after, string? difference) => Assert.Equal(difference, Difference("a: 1\nb: 2", edit => edit.InsertAfter("a", "x", "9"), after));

    [Theory]
    [InlineData("\"on\": text", null)]
    [InlineData("'on': 'text'", null)]
    [InlineData("on: text", "on: the new string is not read as one")]
    [InlineData("\"on\": true", "on: `text` became `true`")]
    [InlineData("\"on\": [text]", "on: a sequence stands for a string")]
    public void Of_strings(string inserted, string? difference) =>
        Assert.Equal(difference, Difference("a: 1", edit => edit.InsertAfter("a", "on", YamlNewValue.String("text")), $"a: 1\n{inserted}"));

    [Theory]
    [InlineData("'a': 1\nc: 'x'\nb: 'x'", "b: stands in another place or is written more or less often")]
    [InlineData("'a': 1\nb: 'x'\nc: 'x'", null)]
    [InlineData("'a': 1\nb: 'x'\nc: x", "c: a quoted scalar became a plain one")]
    [InlineData("'a': 1\nb: 'x'\nc: 'y'", "c: `x` became `y`")]
    [InlineData("'a': 1\nb: &n 'x'\nc: *n", "b: the anchor is another")]
    public void Of_a_copy(string after, string? difference) => Assert.Equal(
        difference,
        Difference("'a': 1\nb: 'x'", edit => edit.InsertAfter("b", "c", edit.CopyOf("b")), after));

    [Theory]
    [InlineData("'x': 1\nb: 9", null)]
    [InlineData("x: 1\nb: 9", "x: the key lost its quotes")]
    [InlineData("'a': 1\nb: 9", "x: is missing")]
    [InlineData("'x': 9\nb: 9", "x: `1` became `9`")]
    [InlineData("'x': 1\nb: 2", "b: `9` became `2`")]
    [InlineData("'x': 1\nb: '9'", "b: the new value is not a plain scalar")]
    [InlineData("'x': 1\n'b': 9", "b: a plain scalar became a quoted one")]
    public void Of_a_new_key_and_a_new_value(string after, string? difference) =>
        Assert.Equal(difference, Difference("'a': 1\nb: 2", edit => edit.Rename("a", "x").Replace("b", "9"), after));

    [Theory]
    [InlineData("b: &x 80\nc: *x", null)]
    [InlineData("b: 80\nc: 80", null)]
    [InlineData("b: &x 81\nc: *x", "b: `80` became `81`")]
    [InlineData("b: &x '80'\nc: *x", "b: a plain scalar became a quoted one")]
    public void Of_a_moved_anchor(string after, string? difference) => Assert.Equal(difference, Difference("a: &x 80\nb: *x\nc: *x", edit => edit.Remove("a"), after));

    [Theory]
    [InlineData("a: &x 80\nb: 80", "b: `*x` is no longer an alias")]
    [InlineData("a: &x 80\nb: &y 80", "b: `*x` is no longer an alias")]
    [InlineData("a: &x 81\nb: *x", "a: `80` became `81`")]
    [InlineData("a: &y 80\nb: *y", "a: the anchor is another")]
    public void Of_an_alias(string after, string difference) => Assert.Equal(difference, Difference("a: &x 80\nb: *x", edit => { }, after));

    [Fact]
    public void Of_an_alias_that_means_another_anchor() => Assert.Equal(
        "c[0]: `1` became `2`",
        Difference("a: &x 1\nb: 2\nc: [*x]", edit => edit.Remove("a"), "b: 2\nc: [&x 2]"));

    [Fact]
    public void Of_one_document()
    {
        var editor = EditExample.Editor("a: 1\n---\nb: 2\nc: 3\n", edit => edit.Remove("1::b"));
        var second = editor.Tree.Documents[1];
        Assert.Null(YamlEditProof.FindDifference(editor, second, EditExample.Parse("c: 3")));
        Assert.Equal("b: was not there before", YamlEditProof.FindDifference(editor, second, EditExample.Parse("b: 2\nc: 3")));
        Assert.Equal("the text has 2 documents instead of 1", YamlEditProof.FindDifference(editor, second, EditExample.Parse("c: 3\n---\n")));
        Assert.Equal("document 2: b: was not there before", YamlEditProof.FindDifference(editor, editor.Tree));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("jwtToken")]
    [InlineData("private_key")]
    [InlineData("aws-secret-access-key")]
    [InlineData("credentials")]
    public void Never_shows_a_secret(string key)
    {
        Assert.Equal($"{key}: the value differs", Difference($"{key}: one", edit => { }, $"{key}: two"));
        Assert.Equal($"{key}.inner[0]: the value differs", Difference($"{key}: {{inner: [one]}}", edit => { }, $"{key}: {{inner: [two]}}"));
        Assert.Equal($"{key}: the value differs", Difference($"{key}: one", edit => edit.Replace(key, "three"), $"{key}: two"));
    }

    [Fact]
    public void Survives_recursive_aliases()
    {
        const string text = "a: &x\n  b: *x\n  c: [*x, &y {d: *y}]\n";
        Assert.Null(Difference(text, edit => { }, text));
        Assert.Equal("a.b: is missing", Difference(text, edit => { }, "a: &x\n  c: [*x, &y {d: *y}]\n"));
    }

    [Fact]
    public void Survives_alias_bombs()
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 5_000; i++)
            text.Append(null, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        Assert.Null(Difference(text.ToString(), edit => { }, text.ToString()));
        Assert.Equal("last: was not there before", Difference(text.ToString(), edit => { }, text + "last: 1\n"));
    }

    private static string? Difference(string before, Action<EditExample> declare, string after) =>
        YamlEditProof.FindDifference(EditExample.Editor(before, declare), EditExample.Parse(after));
}
