namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class RemoveAllTests
{
    [Fact]
    public void Of_a_document() => EditExample.Yaml("a: 1\nb: 2", edit => edit.Remove("a").Remove("b"), "{}");

    [Fact]
    public void Of_a_document_with_marker_and_comments() => EditExample.Yaml(
        """
        # file
        ---
        # about a
        a: 1 # a

        # end
        """,
        edit => edit.Remove("a"),
        """
        # file
        ---
        {}

        # end
        """);

    [Fact]
    public void Of_a_value() => EditExample.Yaml("config: # c\n  # about only\n  only: 1 # o\nb: 2", edit => edit.Remove("config/only"), "config: {} # c\nb: 2");

    [Fact]
    public void Of_the_last_value() => EditExample.Yaml("a:\n  config:\n    b: 1\n    c: 2", edit => edit.Remove("a/config/b").Remove("a/config/c"), "a:\n  config: {}");

    [Fact]
    public void Of_a_value_with_properties() => EditExample.Yaml("a: !!map &x # c\n  b: 1\nc: *x", edit => edit.Remove("a/b"), "a: !!map &x {} # c\nc: *x");

    [Fact]
    public void Of_a_sequence_item() => EditExample.Yaml("- a: 1 # a\n  b: 2\n- c: 3", edit => edit.Remove("0/a").Remove("0/b"), "- {}\n- c: 3");

    [Fact]
    public void Of_a_sequence_item_on_its_own_line() => EditExample.Yaml("-\n  a: 1\n- 2", edit => edit.Remove("0/a"), "-\n  {}\n- 2");

    [Fact]
    public void Of_an_explicit_value() => EditExample.Yaml("? k\n: a: 1\n  b: 2\nz: 1", edit => edit.Remove("k/a").Remove("k/b"), "? k\n: {}\nz: 1");

    [Fact]
    public void Comments_of_no_entry_stay() => EditExample.Yaml("a:\n  # section\n\n  b: 1\n  # end\nc: 2", edit => edit.Remove("a/b"), "a: {}\n  # section\n\n  # end\nc: 2");

    [Fact]
    public void Of_the_inner_and_the_outer_value() => EditExample.Yaml("a:\n  b:\n    c: 1\n  d: 2\ne: 3", edit => edit.Remove("a/b/c").Remove("a/b").Remove("a/d"), "a: {}\ne: 3");
}
