using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class ReplaceTests
{
    [Theory]
    [InlineData("a: 1 # a", "a: v # a")]
    [InlineData("a: 'one'", "a: v")]
    [InlineData("a: \"one\"\t", "a: v\t")]
    [InlineData("a: one\n  two # a", "a: v # a")]
    [InlineData("a: 'one\n\n  two'", "a: v")]
    [InlineData("a:\n  one", "a:\n  v")]
    [InlineData("a:", "a: v")]
    [InlineData("a: # a", "a: v # a")]
    [InlineData("a: !!str", "a: v")]
    [InlineData("a: !!int &x 1", "a: v")]
    [InlineData("a: [1, 2] # a", "a: v # a")]
    [InlineData("a: {b: 1}", "a: v")]
    [InlineData("a: [1,\n  2] # a", "a: v # a")]
    [InlineData("a: | # a\n  text\n\n  text", "a: v # a")]
    [InlineData("a: >2-\n\n   text", "a: v")]
    [InlineData("a: &x |\n  text", "a: v")]
    [InlineData("a: |", "a: v")]
    [InlineData("a: # a\n  b: 1 # b\n  # c\n  c: 2", "a: v # a")]
    [InlineData("a:\n- 1\n- 2", "a: v")]
    [InlineData("a: &x !!map # a\n  b: 1", "a: v # a")]
    [InlineData("a:\n  &x\n  b: 1", "a:\n  v")]
    [InlineData("? a\n: - 1\n  - 2", "? a\n: v")]
    [InlineData("? a\n:\n  b: 1", "? a\n: v")]
    [InlineData("? a", "? a\n: v")]
    [InlineData("? |\n  a\n: 1", "? |\n  a\n: v", "a\n")]
    public void Of_any_style(string before, string after, string key = "a")
    {
        EditExample.Yaml($"{before}\nz: 1", edit => edit.Replace(key, "v"), $"{after}\nz: 1");
        EditExample.Yaml($"z: 1\n{before}", edit => edit.Replace(key, "v"), $"z: 1\n{after}");
    }

    [Theory]
    [InlineData("{a: 1, b: 2}", "{a: v, b: 2}")]
    [InlineData("{a: , b: 2}", "{a: v , b: 2}")]
    [InlineData("{a, b: 2}", "{a: v, b: 2}")]
    [InlineData("{? a, b: 2}", "{? a: v, b: 2}")]
    [InlineData("{\"a\":1}", "{\"a\":v}")]
    [InlineData("{\"a\"}", "{\"a\": v}")]
    [InlineData("{a: {b: 1}}", "{a: v}")]
    public void In_flow_style(string before, string after) => EditExample.Yaml(before, edit => edit.Replace("a", "v"), after);

    [Fact]
    public void Behind_an_alias() => EditExample.Yaml("x: &x a\ny: {*x }", edit => edit.Replace("y/a", "v"), "x: &x a\ny: {*x : v }");

    [Fact]
    public void Of_an_alias() => EditExample.Yaml("x: &x a\ny: *x", edit => edit.Replace("y", "v"), "x: &x a\ny: v");

    [Fact]
    public void With_a_string() => EditExample.Yaml("a: 1", edit => edit.Replace("a", YamlNewValue.String("1.6")), "a: \"1.6\"");

    [Fact]
    public void With_a_copy() => EditExample.Yaml("a: 1\nb: 'x y'\nc: [1, 2]\nd: 1\ne:", edit => edit.Replace("a", edit.CopyOf("b")).Replace("b", edit.CopyOf("c")).Replace("d", edit.CopyOf("e")), "a: 'x y'\nb: [1, 2]\nc: [1, 2]\nd: \ne:");

    [Fact]
    public void With_a_copy_of_nothing_in_flow_style() => EditExample.Yaml(
        "a:\nb: {c: 1, d: 2}",
        edit => edit.Replace("b/c", edit.CopyOf("a")).InsertAfter("b/d", "e", edit.CopyOf("a")),
        "a:\nb: {c: , d: 2, e: }");
}
