using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class InsertTests
{
    [Fact]
    public void Behind_the_first() => EditExample.Yaml("a: 1 # a\nb: 2", edit => edit.InsertAfter("a", "x", "9"), "a: 1 # a\nx: 9\nb: 2");

    [Fact]
    public void Behind_the_last() => EditExample.Yaml("a: 1\nb: 2 # b", edit => edit.InsertAfter("b", "x", "9"), "a: 1\nb: 2 # b\nx: 9");

    [Fact]
    public void In_the_order_of_the_calls() => EditExample.Yaml("a: 1\nb: 2", edit => edit.InsertAfter("a", "x", "8").Append("", "z", "0").InsertAfter("a", "w", "9"), "a: 1\nx: 8\nw: 9\nb: 2\nz: 0");

    [Fact]
    public void Inside_and_outside_at_the_same_line() => EditExample.Yaml(
        "a:\n   b:\n     c: 1",
        edit => edit.InsertAfter("a", "x", "7").InsertAfter("a/b", "w", "8").InsertAfter("a/b/c", "z", "9"),
        "a:\n   b:\n     c: 1\n     z: 9\n   w: 8\nx: 7");

    [Fact]
    public void Behind_the_first_of_a_sequence_item() => EditExample.Yaml("- a: 1\n- - b: 2\n  - 3", edit => edit.InsertAfter("0/a", "x", "9").InsertAfter("1/0/b", "w", "8"), "- a: 1\n  x: 9\n- - b: 2\n    w: 8\n  - 3");

    [Theory]
    [InlineData("a:")]
    [InlineData("a: # empty")]
    [InlineData("a: {b: 1}")]
    [InlineData("a:\n- 1\n- 2")]
    [InlineData("a:\n  b:\n    c: 1 # c")]
    [InlineData("a: |-\n  text")]
    [InlineData("a: one\n  two")]
    [InlineData("? a\n: 1")]
    [InlineData("? a")]
    [InlineData("*x : 1")]
    public void Behind_any_value(string entry) => EditExample.Yaml(
        $"k: &x a\nm:\n  {entry.Replace("\n", "\n  ", StringComparison.Ordinal)}",
        edit => edit.InsertAfter("m/a", "x", "9"),
        $"k: &x a\nm:\n  {entry.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  x: 9");

    [Fact]
    public void Behind_the_lines_that_a_block_scalar_keeps() => EditExample.Yaml("a: |+\n  text\n\nb: |\n  text\n\nc: 1", edit => edit.InsertAfter("a", "x", "9").InsertAfter("b", "w", "8"), "a: |+\n  text\n\nx: 9\nb: |\n  text\nw: 8\n\nc: 1");

    [Fact]
    public void Not_behind_a_block_scalar_without_line_break() => Assert.Equal(
        "a line behind the block scalar at the end of the text would add a line break to its value",
        EditExample.Refuses("a: |\n  text", edit => edit.InsertAfter("a", "x", "9")));

    [Theory]
    [InlineData("{a: 1, b: 2}", "a", "{a: 1, x: 9, b: 2}")]
    [InlineData("{a: 1, b: 2}", "b", "{a: 1, b: 2, x: 9}")]
    [InlineData("{ a: 1 }", "a", "{ a: 1, x: 9 }")]
    [InlineData("{a: 1,}", "a", "{a: 1, x: 9,}")]
    [InlineData("{a, b: 2}", "a", "{a, x: 9, b: 2}")]
    [InlineData("{a: , b: 2}", "a", "{a: , x: 9, b: 2}")]
    [InlineData("{a: 1, # a\n b: 2 # b\n}", "a", "{a: 1, x: 9, # a\n b: 2 # b\n}")]
    [InlineData("{a: 1, # a\n b: 2 # b\n}", "b", "{a: 1, # a\n b: 2, # b\n x: 9\n}")]
    [InlineData("{\n  a: 1, # a\n  b: 2 # b\n}", "a", "{\n  a: 1, # a\n  x: 9,\n  b: 2 # b\n}")]
    [InlineData("{\n  a: 1,\n  b: 2,\n}", "b", "{\n  a: 1,\n  b: 2,\n  x: 9,\n}")]
    [InlineData("{\n  a: 1,\n  b: 2 }", "b", "{\n  a: 1,\n  b: 2,\n  x: 9 }")]
    [InlineData("{ a: 1\n, b: 2\n}", "a", "{ a: 1\n, x: 9, b: 2\n}")]
    public void In_flow_style(string before, string path, string after) => EditExample.Yaml(before, edit => edit.InsertAfter(path, "x", "9"), after);

    [Theory]
    [InlineData("{}", "{x: 8, w: 9}")]
    [InlineData("{ }", "{x: 8, w: 9}")]
    [InlineData("{ # c\n}", "{ # c\n  x: 8, w: 9\n}")]
    public void Into_an_empty_mapping(string before, string after) => EditExample.Yaml($"a: {before}", edit => edit.Append("a", "x", "8").Append("a", "w", "9"), $"a: {after}");

    [Fact]
    public void Into_a_single_pair() => EditExample.Yaml("[a: 1, {}]", edit => edit.InsertAfter("0/a", "x", "9").Rename("0/a", "b"), "[{b: 1, x: 9}, {}]");

    [Theory]
    [InlineData("text", "text")]
    [InlineData("two words", "two words")]
    [InlineData("", "\"\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("n", "\"n\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("1.6", "\"1.6\"")]
    [InlineData("1.6.3", "1.6.3")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("2024-01-01", "\"2024-01-01\"")]
    [InlineData("- x", "\"- x\"")]
    [InlineData("-x", "-x")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("http://x:80/#y", "http://x:80/#y")]
    [InlineData(" x", "\" x\"")]
    [InlineData("*x", "\"*x\"")]
    [InlineData("'x'", "\"'x'\"")]
    [InlineData("${X}", "${X}")]
    [InlineData("say \"hi\"\\", "say \"hi\"\\")]
    [InlineData("a\tb\nc", "\"a\\tb\\nc\"")]
    [InlineData("\u0085\u2028\uFEFF\u0001", "\"\\u0085\\u2028\\uFEFF\\u0001\"")]
    [InlineData("😀é", "😀é")]
    [InlineData("<<", "\"<<\"")]
    [InlineData("---", "\"---\"")]
    public void Strings_are_quoted_where_they_must_be(string text, string written) => EditExample.Yaml(
        "a: 1",
        edit => edit.InsertAfter("a", text, YamlNewValue.String(text)),
        $"a: 1\n{written}: {written}");

    [Theory]
    [InlineData("${X}", "\"${X}\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a b", "a b")]
    public void Strings_are_quoted_in_flow_style(string text, string written) => EditExample.Yaml(
        "{a: 1}",
        edit => edit.InsertAfter("a", text, YamlNewValue.String(text)),
        $"{{a: 1, {written}: {written}}}");

    [Theory]
    [InlineData("a: b")]
    [InlineData("'x'")]
    [InlineData("")]
    [InlineData("&x 1")]
    [InlineData("x # y")]
    public void Plain_text_must_be_a_plain_scalar(string text) => Assert.Equal(
        "the new value cannot be written without quotes",
        EditExample.Refuses("a: 1\n", edit => edit.InsertAfter("a", "x", text)));

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal(
        "the text holds half a character and cannot be written",
        EditExample.Refuses("a: 1\n", edit => edit.InsertAfter("a", "x", YamlNewValue.String("\uD83D"))));

    [Fact]
    public void A_key_that_is_too_long_is_refused() => Assert.Equal(
        "the key is too long to be written",
        EditExample.Refuses("a: 1\n", edit => edit.InsertAfter("a", new string('x', 1025), "1")));

    [Fact]
    public void Mixed_line_breaks_take_after_the_neighbour() =>
        Assert.Equal("a: 1\r\nx: 9\r\nb: 2\nw: 8\n", EditExample.Editor("a: 1\r\nb: 2\n", edit => edit.InsertAfter("a", "x", "9").InsertAfter("b", "w", "8")).GetText());
}
