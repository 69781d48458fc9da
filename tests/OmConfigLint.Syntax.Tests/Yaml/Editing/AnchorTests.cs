using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class AnchorTests
{
    [Theory]
    [InlineData("&x 80", "&x 80")]
    [InlineData("&x '80'", "&x '80'")]
    [InlineData("!!str &x 80", "&x !!str 80")]
    [InlineData("&x [1, {a: 2}]", "&x [1, {a: 2}]")]
    [InlineData("&x", "&x")]
    public void A_removed_value_moves_to_the_first_alias(string value, string moved) => EditExample.Yaml(
        $"a: {value} # a\nb: *x # b\nc: *x",
        edit => edit.Remove("a"),
        $"b: {moved} # b\nc: *x");

    [Fact]
    public void Out_of_a_nested_value() => EditExample.Yaml("a:\n  b: &x 80\n  c: *x\nd: [*x, *x]", edit => edit.Remove("a"), "d: [&x 80, *x]");

    [Fact]
    public void Out_of_a_replaced_value() => EditExample.Yaml("a: &x 80\nb: *x", edit => edit.Replace("a", "1"), "a: 1\nb: &x 80");

    [Fact]
    public void Not_where_the_alias_goes_too() => EditExample.Yaml("a: &x\n  k: 1\nb: *x\nc: 1", edit => edit.Remove("a").Remove("b"), "c: 1");

    [Fact]
    public void Out_of_a_key() => EditExample.Yaml("&x a: 1\nb: *x\n*x : 2", edit => edit.Remove("a"), "b: &x a\n*x : 2");

    [Fact]
    public void Not_out_of_a_block_mapping() => Assert.Equal(
        "`*x` on line 3 needs the anchor `&x`: the value is not on one line and cannot be copied",
        EditExample.Refuses("a: &x\n  k: 1\nb: *x\n", edit => edit.Remove("a")));

    [Fact]
    public void Not_of_a_renamed_key() => Assert.Equal(
        "the key `a` has the anchor `&x`, which is used elsewhere",
        EditExample.Refuses("&x a: 1\nb: *x\n", edit => edit.Rename("a", "c")));

    [Fact]
    public void A_copy_leaves_the_anchor_out() => EditExample.Yaml("a: &x !!str 80\nb: *x", edit => edit.InsertAfter("b", "c", edit.CopyOf("a")), "a: &x !!str 80\nb: *x\nc: !!str 80");

    [Fact]
    public void A_copy_of_an_alias_is_its_value() => EditExample.Yaml("a: &x '80'\nb: *x", edit => edit.InsertAfter("b", "c", edit.CopyOf("b")), "a: &x '80'\nb: *x\nc: '80'");

    [Theory]
    [InlineData("a: |\n  text\n", "the value is not on one line and cannot be copied")]
    [InlineData("a: one\n  two\n", "the value is not on one line and cannot be copied")]
    [InlineData("a:\n  b: 1\n", "the value is not on one line and cannot be copied")]
    [InlineData("a: [1,\n  2]\n", "the value is not on one line and cannot be copied")]
    [InlineData("a: [&x 1, *x]\n", "the value holds anchors or aliases and cannot be copied")]
    public void No_copy(string text, string message) =>
        Assert.Equal(message, EditExample.Refuses(text, edit => edit.InsertAfter("a", "c", edit.CopyOf("a"))));

    [Fact]
    public void No_copy_into_a_flow_collection_where_it_would_be_read_otherwise() => Assert.Equal(
        "the value cannot be copied into a flow collection without quotes",
        EditExample.Refuses("a: ${X}\nb: {}\n", edit => edit.Append("b", "c", edit.CopyOf("a"))));

    [Fact]
    public void No_copy_out_of_another_tree()
    {
        var editor = new YamlEditor(EditExample.Parse("a: 1\n"));
        var other = EditExample.Parse("b: 1\n").Documents[0].Root;
        Assert.Throws<ArgumentException>(() => editor.Append((Syntax.Yaml.YamlMapping)editor.Tree.Documents[0].Root, "c", YamlNewValue.CopyOf(other)));
    }
}
