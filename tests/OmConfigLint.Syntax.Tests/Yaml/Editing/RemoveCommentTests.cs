namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class RemoveCommentTests
{
    private const string Sections =
        """
        a: 1

        # section
        # of two
        b: 2
        c: 3

        # alone

        d: 4
        # next
        e: 5
        """;

    [Fact]
    public void The_head_stays_while_an_entry_is_left() => EditExample.Yaml(
        Sections,
        edit => edit.Remove("b"),
        """
        a: 1

        # section
        # of two
        c: 3

        # alone

        d: 4
        # next
        e: 5
        """);

    [Fact]
    public void The_head_goes_with_the_last_entry() => EditExample.Yaml(
        Sections,
        edit => edit.Remove("b").Remove("c"),
        """
        a: 1


        # alone

        d: 4
        # next
        e: 5
        """);

    [Fact]
    public void A_comment_before_a_blank_line_heads_nothing() => EditExample.Yaml(
        Sections,
        edit => edit.Remove("d").Remove("e"),
        """
        a: 1

        # section
        # of two
        b: 2
        c: 3

        # alone

        """);

    [Fact]
    public void A_comment_of_another_column_heads_nothing() => EditExample.Yaml(
        """
        a:
        # zero
          # two
          b: 1
        # zero
          c: 2
        """,
        edit => edit.Remove("a/b"),
        """
        a:
        # zero
        # zero
          c: 2
        """);

    [Fact]
    public void Text_that_looks_like_a_comment_is_none() => EditExample.Yaml(
        """
        { a: "x
          # y",
          b: 1,
          c: 2 }
        """,
        edit => edit.Remove("b"),
        """
        { a: "x
          # y",
          c: 2 }
        """);
}
