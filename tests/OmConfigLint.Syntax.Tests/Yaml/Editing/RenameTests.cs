namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class RenameTests
{
    [Theory]
    [InlineData("a: 1 # a", "new", "new: 1 # a")]
    [InlineData("a : 1", "new", "new : 1")]
    [InlineData("'a': 1", "it's", "'it''s': 1")]
    [InlineData("\"a\": 1", "say \"hi\"", "\"say \\\"hi\\\"\": 1")]
    [InlineData("'a': 1", "x\ny", "\"x\\ny\": 1")]
    [InlineData("a: 1", "on", "\"on\": 1")]
    [InlineData("a: 1", "b: c", "\"b: c\": 1")]
    [InlineData("&x !!str a: 1", "new", "&x !!str new: 1")]
    [InlineData("? a\n: 1", "new", "? new\n: 1")]
    [InlineData("? a", "new", "? new")]
    [InlineData("- a: |\n    text", "new", "- new: |\n    text")]
    [InlineData("{b: 1, a: 1}", "new", "{b: 1, new: 1}")]
    [InlineData("{a}", "n,w", "{\"n,w\"}")]
    [InlineData("[a: 1]", "new", "[new: 1]")]
    public void Keeps_its_quotes(string before, string key, string after) =>
        EditExample.Yaml(before, edit => edit.Rename(before is ['-' or '[', ..] ? "0/a" : "a", key), after);

    [Theory]
    [InlineData("? |\n  a\n: 1\n", "a\n")]
    [InlineData("b: &x a\n*x : 1\n", "a")]
    public void Not_of_other_keys(string before, string key) => Assert.Equal(
        "only a key that is written as plain or quoted text can be renamed",
        EditExample.Refuses(before, edit => edit.Rename(key, "new")));
}
