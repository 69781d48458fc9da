namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class RemoveBlockTests
{
    [Theory]
    [InlineData("a", "b: 2\nc: 3")]
    [InlineData("b", "a: 1\nc: 3")]
    [InlineData("c", "a: 1\nb: 2")]
    public void One_of_three(string path, string after) => EditExample.Yaml("a: 1\nb: 2\nc: 3", edit => edit.Remove(path), after);

    [Fact]
    public void Neighbours_together() => EditExample.Yaml("a: 1\nb: 2\nc: 3\nd: 4", edit => edit.Remove("b").Remove("c"), "a: 1\nd: 4");

    [Fact]
    public void The_last_ones_together() => EditExample.Yaml("a: 1\nb: 2\nc: 3", edit => edit.Remove("b").Remove("c"), "a: 1");

    [Fact]
    public void Two_apart() => EditExample.Yaml("a: 1\nb: 2\nc: 3", edit => edit.Remove("a").Remove("c"), "b: 2");

    [Fact]
    public void Nested() => EditExample.Yaml(
        """
        source:
          sourceConfig:
            config:
              type: Profiler
              generateSampleData: true
              confidence: 80
        sink: {}
        """,
        edit => edit.Remove("source/sourceConfig/config/generateSampleData").Remove("source/sourceConfig/config/confidence"),
        """
        source:
          sourceConfig:
            config:
              type: Profiler
        sink: {}
        """);

    [Fact]
    public void With_its_nested_value() => EditExample.Yaml(
        """
        a:
          b:
            - 1
            # inside
            - x: 1
              y: 2
        # about c
        c: 3
        """,
        edit => edit.Remove("a"),
        """
        # about c
        c: 3
        """);

    [Fact]
    public void With_a_sequence_that_is_not_indented() => EditExample.Yaml(
        """
        a:
        - 1
        - 2
        b: 1
        """,
        edit => edit.Remove("a"),
        "b: 1");

    [Fact]
    public void First_of_a_sequence_item() => EditExample.Yaml(
        """
        - a: 1 # about a
          b: 2
        - c: 3
        """,
        edit => edit.Remove("0/a"),
        """
        - b: 2
        - c: 3
        """);

    [Fact]
    public void First_two_of_a_sequence_item() => EditExample.Yaml("- a: 1\n  b: 2\n  c: 3", edit => edit.Remove("0/a").Remove("0/b"), "- c: 3");

    [Fact]
    public void First_of_a_sequence_item_before_a_comment() => EditExample.Yaml(
        """
        - a:
            x: 1
          # about b
          b: 2
        """,
        edit => edit.Remove("0/a"),
        """
        - # about b
          b: 2
        """);

    [Fact]
    public void First_of_a_sequence_in_a_sequence() => EditExample.Yaml("- - a: 1\n    b: 2", edit => edit.Remove("0/0/a"), "- - b: 2");

    [Fact]
    public void First_of_an_explicit_value() => EditExample.Yaml("? k\n: a: 1\n  b: 2", edit => edit.Remove("k/a"), "? k\n: b: 2");

    [Fact]
    public void An_explicit_key() => EditExample.Yaml("? a\n# between\n: 1\nb: 2", edit => edit.Remove("a"), "b: 2");

    [Fact]
    public void A_key_without_value() => EditExample.Yaml("a:\n  b:\n  c:\nd:", edit => edit.Remove("a/c"), "a:\n  b:\nd:");

    [Fact]
    public void Literal_and_folded() => EditExample.Yaml(
        """
        a: |  # a
          text

          # text

        b: >-
            text
           
        c: 3
        """,
        edit => edit.Remove("a").Remove("b"),
        """

           
        c: 3
        """);

    [Fact]
    public void Kept_blank_lines_go_with_their_value() => EditExample.Yaml("a: 1\nb: |+\n  text\n\n\nc: 3", edit => edit.Remove("b"), "a: 1\nc: 3");

    [Fact]
    public void Over_several_lines() => EditExample.Yaml(
        """
        plain: one
          two
        single: 'one

          two' # end
        double: "one \
          two"
        flow: [
          1, # one
          2
        ]
        z: 1
        """,
        edit => edit.Remove("plain").Remove("single").Remove("double").Remove("flow"),
        "z: 1");

    [Fact]
    public void With_anchor_and_tag() => EditExample.Yaml(
        """
        a: !!str &x 1
        &k b: &y
          c: 1
        ? !!str d
        : 1
        z: 1
        """,
        edit => edit.Remove("a").Remove("b").Remove("d"),
        "z: 1");

    [Fact]
    public void With_tabs_and_blanks_behind_the_value() => EditExample.Yaml("a: 1\t \nb: 2 \t# b\nc: 3  ", edit => edit.Remove("a").Remove("b"), "c: 3  ");

    [Fact]
    public void Beside_other_scripts() => EditExample.Yaml("ключ: значение\nb: 😀 # 설명\nc: é", edit => edit.Remove("b"), "ключ: значение\nc: é");

    [Fact]
    public void One_of_duplicate_keys() => EditExample.Yaml("a: 1\na: 2\na: 3", edit => edit.Remove("a#1"), "a: 1\na: 3");

    [Fact]
    public void Markers_stay() => EditExample.Yaml("--- # one\na: 1\nb: 2\n...\n---\na: 1\nb: 2", edit => edit.Remove("b").Remove("1::a"), "--- # one\na: 1\n...\n---\nb: 2");

    [Fact]
    public void Behind_a_block_scalar_at_the_end_the_line_break_stays()
    {
        Assert.Equal("a: |\n  text\n", EditExample.Editor("a: |\n  text\nb: 1", edit => edit.Remove("b")).GetText());
        Assert.Equal("a: |-\n  text", EditExample.Editor("a: |-\n  text\nb: 1", edit => edit.Remove("b")).GetText());
    }

    [Theory]
    [InlineData("a: |\n  text\nb: 1\n  # comment\nc: 2\n")]
    [InlineData("a: |2\n    text\nb: 1\n  # comment\nc: 2\n")]
    [InlineData("a: >-\n  text\n\nb: 1\n    \nc: 2\n", 5)]
    [InlineData("a: |+\n  text\nb: 1\n\nc: 2\n")]
    [InlineData("a: |+\n  text\nb: 1\n\n")]
    public void Not_where_a_comment_or_blank_line_would_become_text(string text, int line = 4) =>
        Assert.Equal($"line {line} would become part of the block scalar above it", EditExample.Refuses(text, edit => edit.Remove("b")));

    [Fact]
    public void A_comment_left_of_a_block_scalar_becomes_no_text() => EditExample.Yaml("a: |-\n  text\nb: 1\n# comment\nc: 2", edit => edit.Remove("b"), "a: |-\n  text\n# comment\nc: 2");

    [Theory]
    [InlineData("a: text\nb: \"text\"\n \t\n", "line 3 starts with a tab, which cannot follow every value")]
    [InlineData("a: text\nb: \"text\"\n \t# comment\n", "line 3 starts with a tab, which cannot follow every value")]
    public void Not_where_a_tab_would_follow_another_value(string text, string message) => Assert.Equal(message, EditExample.Refuses(text, edit => edit.Remove("b")));

    [Theory]
    [InlineData('\u0085', "U+0085")]
    [InlineData('\u2028', "U+2028")]
    [InlineData('\u2029', "U+2029")]
    public void Not_on_lines_that_are_counted_differently(char c, string name) => Assert.Equal(
        $"line 2 holds the character {name}, a line break to YAML but not to editors",
        EditExample.Refuses($"a: 1\nb: 2 # {c}# x\nc: 3\n", edit => edit.Remove("b")));
}
