namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class RemoveFlowTests
{
    [Theory]
    [InlineData("{a: 1, b: 2, c: 3}", "a", "{b: 2, c: 3}")]
    [InlineData("{a: 1, b: 2, c: 3}", "b", "{a: 1, c: 3}")]
    [InlineData("{a: 1, b: 2, c: 3}", "c", "{a: 1, b: 2}")]
    [InlineData("{a: 1, b: 2, c: 3}", "a b", "{c: 3}")]
    [InlineData("{a: 1, b: 2, c: 3}", "a c", "{b: 2}")]
    [InlineData("{a: 1, b: 2, c: 3}", "b c", "{a: 1}")]
    [InlineData("{a: 1, b: 2, c: 3}", "a b c", "{}")]
    [InlineData("{ a: 1, b: 2 }", "a", "{ b: 2 }")]
    [InlineData("{ a: 1, b: 2 }", "b", "{ a: 1 }")]
    [InlineData("{ a: 1 }", "a", "{}")]
    [InlineData("{a: 1,b: 2,c: 3}", "b", "{a: 1,c: 3}")]
    [InlineData("{a: 1 , b: 2 , c: 3 }", "c", "{a: 1 , b: 2 }")]
    [InlineData("{a: 1, b: 2, }", "b", "{a: 1, }")]
    [InlineData("{a: 1, b: 2,}", "a", "{b: 2,}")]
    [InlineData("{a: 1, b: 2,}", "a b", "{}")]
    [InlineData("{a, b: , c}", "b", "{a, c}")]
    [InlineData("{? a : 1, ? b, c: 3}", "a b", "{c: 3}")]
    [InlineData("{\"a\":1,\"b\":[1,2],\"c\":{\"d\":3}}", "b", "{\"a\":1,\"c\":{\"d\":3}}")]
    [InlineData("{a: !!str 1, &k b: &x {c: 2}}", "b", "{a: !!str 1}")]
    public void On_one_line(string before, string paths, string after) => EditExample.Yaml(before, edit => RemoveEach(edit, paths), after);

    [Fact]
    public void Inside_a_flow_sequence() => EditExample.Yaml("k: [{a: 1, b: 2}, c: 3]", edit => edit.Remove("k/0/a").Remove("k/1/c"), "k: [{b: 2}, {}]");

    private const string Lines =
        """
        k: {
          # about a
          a: 1, # a
          b: {
            x: 1
          },

          # about c
          c: 3 # c
        } # end
        """;

    [Fact]
    public void First_line() => EditExample.Yaml(
        Lines,
        edit => edit.Remove("k/a"),
        """
        k: {
          # about a
          b: {
            x: 1
          },

          # about c
          c: 3 # c
        } # end
        """);

    [Fact]
    public void Middle_lines() => EditExample.Yaml(
        Lines,
        edit => edit.Remove("k/b"),
        """
        k: {
          # about a
          a: 1, # a

          # about c
          c: 3 # c
        } # end
        """);

    [Fact]
    public void Last_line() => EditExample.Yaml(
        Lines,
        edit => edit.Remove("k/c"),
        """
        k: {
          # about a
          a: 1, # a
          b: {
            x: 1
          }

        } # end
        """);

    [Fact]
    public void Two_of_three_lines() => EditExample.Yaml(
        Lines,
        edit => edit.Remove("k/b").Remove("k/c"),
        """
        k: {
          # about a
          a: 1 # a

        } # end
        """);

    [Fact]
    public void All_lines() => EditExample.Yaml(Lines, edit => edit.Remove("k/a").Remove("k/b").Remove("k/c"), "k: {} # end");

    [Fact]
    public void All_lines_but_a_comment() => EditExample.Yaml(
        """
        k: { # start
          a: 1,
          b: 2
        }
        """,
        edit => edit.Remove("k/a").Remove("k/b"),
        """
        k: { # start
        }
        """);

    [Fact]
    public void A_line_before_a_trailing_comma() => EditExample.Yaml("k: {\n  a: 1,\n  b: 2,\n}", edit => edit.Remove("k/b"), "k: {\n  a: 1,\n}");

    [Fact]
    public void Some_of_a_line() => EditExample.Yaml(
        """
        k: { a: 1, b: 2, # ab
             c: 3, d: 4, # cd
             e: 5, f: 6 }
        """,
        edit => edit.Remove("k/b").Remove("k/c").Remove("k/f"),
        """
        k: { a: 1, # ab
             d: 4, # cd
             e: 5 }
        """);

    [Fact]
    public void First_beside_the_brace() => EditExample.Yaml("k: { a: 1, # a\n     b: 2 }", edit => edit.Remove("k/a"), "k: { b: 2 }");

    [Fact]
    public void Last_beside_the_brace() => EditExample.Yaml("k: { a: 1,\n     b: 2 }", edit => edit.Remove("k/b"), "k: { a: 1 }");

    [Fact]
    public void Last_beside_the_brace_below_a_comment() => EditExample.Yaml("k: { a: 1, # a\n     b: 2 }", edit => edit.Remove("k/b"), "k: { a: 1 # a\n      }");

    [Fact]
    public void Commas_at_the_start_of_lines() => EditExample.Yaml(
        """
        k: { a: 1
           , b: 2
           , c: 3
           }
        """,
        edit => edit.Remove("k/b"),
        """
        k: { a: 1
           , c: 3
           }
        """);

    private static void RemoveEach(EditExample edit, string paths)
    {
        foreach (var path in paths.Split(' '))
            edit.Remove(path);
    }
}
