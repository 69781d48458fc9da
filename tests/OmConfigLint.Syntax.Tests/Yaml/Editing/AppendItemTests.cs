using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class AppendItemTests
{
    [Theory]
    [InlineData("a:\n  - 1\n  - 2 # two\nb: 3", "a:\n  - 1\n  - 2 # two\n  - x\nb: 3")]
    [InlineData("a:\n- 1\nb: 3", "a:\n- 1\n- x\nb: 3")]
    [InlineData("a:\n-   1", "a:\n-   1\n-   x")]
    [InlineData("a:\n- b: 1\n  c: 2\n\n# d\nd: 3", "a:\n- b: 1\n  c: 2\n- x\n\n# d\nd: 3")]
    [InlineData("a:\n  - |+\n    text\n\nb: 3", "a:\n  - |+\n    text\n\n  - x\nb: 3")]
    [InlineData("a:\n  -", "a:\n  -\n  - x")]
    [InlineData("a:\n  - - 1\n    - 2", "a:\n  - - 1\n    - 2\n  - x")]
    public void Below_the_last_item(string before, string after) => EditExample.Yaml(before, edit => edit.AppendItem("a", "x"), after);

    [Theory]
    [InlineData("[1, 2]", "[1, 2, x]")]
    [InlineData("[ 1 ]", "[ 1, x ]")]
    [InlineData("[1,]", "[1, x,]")]
    [InlineData("[]", "[x]")]
    [InlineData("[ ]", "[x]")]
    [InlineData("[\n    1,\n    2 # two\n  ]", "[\n    1,\n    2, # two\n    x\n  ]")]
    [InlineData("[\n    1, # one\n  ]", "[\n    1, # one\n    x,\n  ]")]
    [InlineData("[\n    1,\n    2]", "[\n    1,\n    2,\n    x]")]
    [InlineData("[b: 1]", "[b: 1, x]")]
    public void In_flow_style(string before, string after) => EditExample.Yaml($"a: {before}", edit => edit.AppendItem("a", "x"), $"a: {after}");

    [Fact]
    public void Inside_an_item() =>
        EditExample.Yaml("- - 1\n- 2", edit => edit.AppendItem("0", "x").AppendItem("", "z"), "- - 1\n  - x\n- 2\n- z");

    [Fact]
    public void Before_an_entry_at_the_same_column() =>
        EditExample.Yaml("a:\n- 1", edit => edit.InsertAfter("a", "b", "9").AppendItem("a", "x"), "a:\n- 1\n- x\nb: 9");

    [Fact]
    public void In_JSON() => EditExample.Json(
        "{\"a\": [\n  \"b\"\n]}", edit => edit.AppendItem("a", YamlNewValue.String("yes")), "{\"a\": [\n  \"b\",\n  \"yes\"\n]}");

    [Fact]
    public void Not_into_an_empty_list_with_a_comment() => Assert.Equal(
        "an empty list that holds a comment is not edited",
        EditExample.Refuses("a: [ # none\n]\n", edit => edit.AppendItem("a", "x")));
}
