using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class ExtractTests
{
    [Theory]
    [InlineData("a: 1\n", 0, "a: 1\n")]
    [InlineData("# c\n---\na: 1", 0, "# c\n---\na: 1")]
    [InlineData("a: 1\n---\nb: 2\n---\nc: 3", 0, "a: 1\n")]
    [InlineData("a: 1\n---\nb: 2\n---\nc: 3", 1, "b: 2\n")]
    [InlineData("a: 1\n---\nb: 2\n---\nc: 3", 2, "c: 3")]
    [InlineData("a: 1\r\n---\r\nb: 2\r\n", 1, "b: 2\r\n")]
    [InlineData("a: 1\r---\rb: 2\r", 1, "b: 2\r")]
    [InlineData("a: 1\n--- # two\n# b\nb: 2\n", 1, "# two\n# b\nb: 2\n")]
    [InlineData("a: 1\n--- {b: 2}\n", 1, "{b: 2}\n")]
    [InlineData("a: 1\n--- |\n text\n", 1, "|\n text\n")]
    [InlineData("a: 1\n--- &x !!map\nb: 2\n", 1, "&x !!map\nb: 2\n")]
    [InlineData("a: 1\n...\n%YAML 1.1\n---\nb: 2\n", 1, "%YAML 1.1\n---\nb: 2\n")]
    [InlineData("a: 1\n---\n---\nb: 2\n", 1, "---\n")]
    [InlineData("\uFEFFa: 1\n---\nb: 2\n", 0, "\uFEFFa: 1\n")]
    public void A_document(string text, int index, string extracted)
    {
        var tree = EditExample.Parse(text);
        var editor = new YamlEditor(tree);
        var found = editor.ExtractText(tree.Documents[index]);
        Assert.Equal(extracted, found);
        Assert.Null(YamlEditProof.FindDifference(editor, tree.Documents[index], EditExample.Parse(found)));
    }

    [Fact]
    public void With_its_changes()
    {
        var editor = EditExample.Editor(
            "a: |\n  text\n---\nb: 2 # b\nc: 3\n---\nd: 4\n",
            edit => edit.Remove("1::c").InsertAfter("1::b", "x", "9").InsertAfter("a", "w", "8").Remove("2::d"));
        var documents = editor.Tree.Documents;
        Assert.Equal(["a: |\n  text\nw: 8\n", "b: 2 # b\nx: 9\n", "{}\n"], documents.Select(editor.ExtractText));
        Assert.Equal("a: |\n  text\nw: 8\n---\nb: 2 # b\nx: 9\n---\n{}\n", editor.GetText());
        foreach (var document in documents)
            Assert.Null(YamlEditProof.FindDifference(editor, document, EditExample.Parse(editor.ExtractText(document))));
    }
}
