using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class CombinedEditTests
{
    [Fact]
    public void Rename_and_replace() => EditExample.Yaml("a: 1 # a\nb: 2", edit => edit.Rename("a", "x").Replace("a", "9"), "x: 9 # a\nb: 2");

    [Fact]
    public void Remove_and_insert_in_its_place() => EditExample.Yaml(
        """
        # head
        a: 1 # a
        b: 2
        """,
        edit => edit.Remove("a").InsertAfter("a", "x", "8").InsertAfter("a", "z", "9"),
        """
        # head
        x: 8
        z: 9
        b: 2
        """);

    [Fact]
    public void Remove_and_insert_in_a_sequence_item() => EditExample.Yaml("- a:\n    b: 1\n  c: 2", edit => edit.Remove("0/a").InsertAfter("0/a", "x", "9"), "- x: 9\n  c: 2");

    [Fact]
    public void Remove_all_and_insert() => EditExample.Yaml("k:\n  a: 1\n  b: 2", edit => edit.Remove("k/a").Remove("k/b").InsertAfter("k/b", "x", "9"), "k:\n  x: 9");

    [Fact]
    public void Remove_the_first_and_insert_for_the_second() => EditExample.Yaml("- a: 1\n  b: 2", edit => edit.Remove("0/a").Remove("0/b").InsertAfter("0/b", "x", "9"), "- x: 9");

    [Fact]
    public void Rename_and_insert_behind() => EditExample.Yaml("a: 1\nb: 2", edit => edit.Rename("a", "x").InsertAfter("a", "z", "9").Rename("b", "w"), "x: 1\nz: 9\nw: 2");

    [Fact]
    public void Insert_behind_a_value_whose_end_goes() => EditExample.Yaml("a:\n  b: 1\n  c: 2\nd: 3", edit => edit.Remove("a/c").InsertAfter("a", "x", "9"), "a:\n  b: 1\nx: 9\nd: 3");

    [Fact]
    public void Insert_behind_a_value_that_becomes_empty() => EditExample.Yaml("a:\n  b: 1", edit => edit.Remove("a/b").InsertAfter("a", "x", "9"), "a: {}\nx: 9");

    [Fact]
    public void Insert_behind_a_value_that_is_replaced() => EditExample.Yaml("a:\n  b: 1\nc: |\n  text", edit => edit.Replace("a", "7").InsertAfter("a", "x", "8").Replace("c", "9"), "a: 7\nx: 8\nc: 9");

    [Fact]
    public void Insert_behind_an_explicit_key_that_gets_a_value() => EditExample.Yaml("? a\n? b", edit => edit.Replace("a", "1").InsertAfter("a", "x", "9"), "? a\n: 1\nx: 9\n? b");

    [Fact]
    public void What_lies_in_a_removed_entry_has_no_effect() => EditExample.Yaml(
        "a:\n  b: 1\n  c: 2\nd: 3",
        edit => edit.Remove("a").Rename("a", "x").Replace("a/b", "9").InsertAfter("a/b", "z", "8").Remove("a/c"),
        "d: 3");

    [Fact]
    public void In_flow_style() => EditExample.Yaml(
        "{a: 1, b: , c: 3, d: {e: 5}}",
        edit => edit.Remove("a").InsertAfter("a", "x", "6").Replace("b", "7").Rename("b", "w").InsertAfter("b", "z", "8").Remove("c").Remove("d"),
        "{x: 6, w: 7, z: 8}");

    [Fact]
    public void In_flow_style_on_lines() => EditExample.Yaml(
        "{\n  a: 1,\n  b: 2, # b\n  c: 3\n}",
        edit => edit.Remove("a").InsertAfter("a", "x", "6").InsertAfter("a", "w", "7").InsertAfter("b", "z", "8").Remove("c"),
        "{\n  x: 6,\n  w: 7,\n  b: 2, # b\n  z: 8\n}");

    [Fact]
    public void A_key_moves_with_its_value() => EditExample.Yaml(
        """
        config:
          type: Profiler
          generateSampleData: "yes" # why
        """,
        edit => edit.Replace("config/type", "AutoClassification").Remove("config/generateSampleData")
            .InsertAfter("config/generateSampleData", "storeSampleData", edit.CopyOf("config/generateSampleData")),
        """
        config:
          type: AutoClassification
          storeSampleData: "yes"
        """);

    [Fact]
    public void No_operation_no_change()
    {
        var editor = new YamlEditor(EditExample.Parse("a: 1"));
        Assert.False(editor.HasOperations);
        Assert.Empty(editor.GetChanges());
        Assert.Equal("a: 1", editor.GetText());
    }

    [Fact]
    public void Changes_are_sorted_and_small() => Assert.Equal(
        ["[0..5) ``", "[8..9) `8`", "[15..15) `x: 9⏎`"],
        EditExample.Editor("a: 1\nb: 2\nc: 3\nd: 4\n", edit => edit.InsertAfter("c", "x", "9").Replace("b", "8").Remove("a")).GetChanges()
            .Select(change => $"{change.Span} `{change.NewText!.Replace('\n', '⏎')}`"));
}
