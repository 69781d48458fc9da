using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Hcl;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Hcl;

public sealed class HclTests
{
    private static readonly string[] Snippets =
    ["'", "\"", "\\", "#", " #", "=", "\n", "\r\n", "\r", " ", "\t", "😀", "\uD800", "\0", "\u2028", "{", "}", "[", "]", "(", ")", "${", "%{", "<<EOT\n", "EOT", "/*", "*/", "for ", ",", ":"];

    private const string File = """
        # The database
        resource "aws_db_parameter_group" "x" {
          family = "mysql8.0" // kept

          parameter {
            name  = "sort_buffer_size"
            value = 262144 # omlint: ignore[OM3001]
          }
          dynamic "parameter" {
            for_each = { for k, v in var.extra : k => v
              if v != "none" }
            content { name = parameter.key }
          }
          tags = merge(local.tags, { "a b" = "c", d : true
            (var.key) = [1, -2.5e3, "${var.p}-x"] })
        }
        /* one
           two */
        locals {
          image = "registry/openmetadata/server:${var.tag != "" ? var.tag : "1.5.4"}"
          text  = "a\t\"b\" $${c} \u00e9"
          yaml = <<-EOT
            source:
              type: ${var.type}

            sink: "x"
          EOT
          raw = <<EOF
          1.5.4
        EOF
          cond = var.x == 1 ? "1.5.4" : null
          list = [
            "a", # one
            "b",
          ]
          empty = {}
        }
        "quoted" = 1

        """;

    [Fact]
    public void Values_have_paths()
    {
        Assert.Equal(
            """
            String resource "aws_db_parameter_group" "x" > family = mysql8.0
            String resource "aws_db_parameter_group" "x" > parameter > name = sort_buffer_size
            Number resource "aws_db_parameter_group" "x" > parameter > value = 262144
            String resource "aws_db_parameter_group" "x" > dynamic "parameter" > for_each = none
            String resource "aws_db_parameter_group" "x" > tags > a b = c
            Word resource "aws_db_parameter_group" "x" > tags > d = true
            Number resource "aws_db_parameter_group" "x" > tags[0] = 1
            Number resource "aws_db_parameter_group" "x" > tags[1] = 2.5e3
            String resource "aws_db_parameter_group" "x" > tags[2] = ${var.p}-x
            String locals > image = registry/openmetadata/server:${var.tag != "" ? var.tag : "1.5.4"}
            String locals > text = a|"b" ${c} é
            HereDocument locals > yaml = source:/  type: ${var.type}//sink: "x"/
            HereDocument locals > raw =   1.5.4/
            Number locals > cond = 1
            String locals > cond = 1.5.4
            String locals > list[0] = a
            String locals > list[1] = b
            Number quoted = 1
            """,
            string.Join('\n', Parse(File).Root.DescendantsAndSelf().Where(node => node.Value is not null).Select(node =>
                $"{node.Kind} {node.Path} = {node.Value!.Replace('\t', '|').Replace('\n', '/')}")));
    }

    [Fact]
    public void Blocks_are_found()
    {
        var root = Parse(File).Root;
        var group = root.Children.Single(node => node.IsBlock("resource", "aws_db_parameter_group"));
        Assert.Equal("262144", group.Find("parameter")?.Find("value")?.Value);
        Assert.Equal((HclNodeKind.Expression, "merge"), (group.Find("tags")!.Kind, group.Find("tags")!.Token?.Value));
        Assert.Equal(HclNodeKind.Object, root.Find("locals")?.Find("empty")?.Kind);
    }

    [Fact]
    public void Interpolations_are_marked()
    {
        var locals = Parse(File).Root.Find("locals")!;
        Assert.Equal(["""${var.tag != "" ? var.tag : "1.5.4"}"""], Marked(locals.Find("image")!));
        Assert.Equal(["${var.type}"], Marked(locals.Find("yaml")!));
        Assert.Empty(locals.Find("text")!.Interpolations);

        IEnumerable<string> Marked(HclNode node) => node.Interpolations.Select(span => node.Value!.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Comments_have_scopes()
    {
        var tree = Parse(File);
        var scopes = tree.Comments.Select(comment => tree.Text.Substring(tree.ScopeOf(comment).Start, tree.ScopeOf(comment).Length)).ToList();
        Assert.StartsWith("resource", scopes[0], StringComparison.Ordinal);
        Assert.EndsWith("})\n}", scopes[0], StringComparison.Ordinal);
        Assert.Equal(["  family = \"mysql8.0\" // kept", "    value = 262144 # omlint: ignore[OM3001]"], scopes[1..3]);
        Assert.StartsWith("locals {", scopes[3], StringComparison.Ordinal);
        Assert.Equal("    \"a\", # one", scopes[4]);
    }

    [Theory]
    [InlineData("a = \"x", "the string is not closed")]
    [InlineData("a = \"${x\"", "the string is not closed")]
    [InlineData("a = \"\\q\"", "the string holds an escape that HCL does not know")]
    [InlineData("a = <<EOT\nx\n", "the here-document is not closed")]
    [InlineData("a = <<EOT\n${x\nEOT\n", "`${` is not closed")]
    [InlineData("/* x", "the comment is not closed")]
    [InlineData("a {", "`{` is not closed")]
    [InlineData("a = [1", "`[` is not closed")]
    [InlineData("a = f(1", "`(` is not closed")]
    [InlineData("a = [1)", "`)` closes nothing")]
    [InlineData("}", "`}` closes nothing")]
    [InlineData("a =\n", "a value is missing behind `a`")]
    [InlineData("a b\n", "`=` or `{` is missing behind `a`")]
    [InlineData("= 1", "the name of an attribute or block was expected")]
    public void Broken_texts(string text, string message)
    {
        Assert.False(HclTree.TryParse(text, SyntaxLimits.Default, out _, out var error));
        Assert.Equal((message, SyntaxErrorKind.Invalid), (error.Message, error.Kind));
    }

    [Theory]
    [InlineData("a = ", "[", "]")]
    [InlineData("a = ", "{a=", "}")]
    [InlineData("a = ", "f(", ")")]
    [InlineData("", "a {\n", "}\n")]
    public void Deep_nesting_is_a_limit(string start, string open, string close)
    {
        var text = start + string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.False(HclTree.TryParse(text, SyntaxLimits.Default, out _, out var error));
        Assert.Equal(SyntaxErrorKind.LimitReached, error.Kind);
    }

    [Fact]
    public void Deep_templates_are_read()
    {
        var text = "a = \"" + string.Concat(Enumerable.Repeat("${f(\"", 100_000)) + string.Concat(Enumerable.Repeat("\")}", 100_000)) + "\"\n";
        Assert.Single(Parse(text).Root.Children[0].Interpolations);
    }

    [Theory]
    [InlineData("r \"a\" {\n  value = \"262144\" # c\n}\n", "262144", "20971520", "r \"a\" {\n  value = \"20971520\" # c\n}\n")]
    [InlineData("r \"a\" {\n  value = 262144 // c\n}\n", "262144", "20971520", "r \"a\" {\n  value = 20971520 // c\n}\n")]
    [InlineData("r \"a\" {\n  value = \"${r}/x:1.5.4\"\n}\n", "1.5.4", "1.6.3", "r \"a\" {\n  value = \"${r}/x:1.6.3\"\n}\n")]
    [InlineData("r \"a\" {\n  value = <<-E\n    a: 1.5.4\n    b: ${c}\n  E\n}\n", "1.5.4", "1.6.3", "r \"a\" {\n  value = <<-E\n    a: 1.6.3\n    b: ${c}\n  E\n}\n")]
    [InlineData("r \"a\" {\n  value = <<-E\n    a: 1\n    b: ${c}\n  E\n}\n", "a: 1\n", "a: 2\nc: \"${\"\n", "r \"a\" {\n  value = <<-E\n    a: 2\n    c: \"$${\"\n    b: ${c}\n  E\n}\n")]
    [InlineData("r \"a\" {\n  value = \"x\"\n}\n", "x", "\"\\${", "r \"a\" {\n  value = \"\\\"\\\\$${\"\n}\n")]
    public void Values_are_replaced(string before, string old, string replacement, string after) => TokenEditExample.Check(
        Parse,
        before,
        (tree, editor) =>
        {
            var text = tree.Root.Children[0].Find("value")!.Token!.Text;
            editor.ReplaceText(text, new TextSpan(text.Value.IndexOf(old, StringComparison.Ordinal), old.Length), replacement);
        },
        after);

    [Fact]
    public void Any_value_can_be_edited()
    {
        foreach (var text in new[] { File, File.ReplaceLineEndings("\r\n"), File.TrimEnd() })
        {
            var tree = Parse(text);
            TokenTreeProperties.Check(tree);
            var numbers = tree.Root.DescendantsAndSelf().Where(node => node.Kind == HclNodeKind.Number).Select(node => node.Token).ToHashSet();
            Assert.True(TokenTreeProperties.EditRuns(tree, token => !numbers.Contains(token)) > 25);
        }
    }

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, [File], Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(Read, [.. Snippets, "a={", "a{\n", "a=[1,", "\"${", "<<E\n", "a=<<E\nE\n", "f("]);

    private static HclTree Parse(string text)
    {
        Assert.True(HclTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = HclTree.TryParse(text, limits, out var read, out error);
        tree = read;
        if (read is not null && text.Length < 5_000)
        {
            foreach (var node in read.Root.DescendantsAndSelf())
            {
                Assert.True(node.Span.End <= text.Length && (node.Parent is null || node.Parent.Span.Contains(node.Span)), node.Path);
                Assert.All(node.Interpolations, span => Assert.False(node.Token!.Text.IsVerbatim(span)));
            }
        }

        return isRead;
    }
}
