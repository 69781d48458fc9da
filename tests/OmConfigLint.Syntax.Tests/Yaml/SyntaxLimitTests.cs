using System.Diagnostics;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>Hostile texts are read or refused at once; the bound of a second is a hundred times what they take.</summary>
public sealed class SyntaxLimitTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[[{\n")]
    public void Deep_nesting_is_refused_where_the_limit_is_passed(string opening)
    {
        var error = Refused(string.Concat(Enumerable.Repeat(opening, 100_000)));
        Assert.Equal("more than 500 collections are nested here", error.Message);
        Assert.InRange(error.Span.Start, 0, 501 * opening.Length);
        Assert.Equal(1, error.Span.Length);
    }

    [Fact]
    public void Deep_indentation_is_refused() =>
        Assert.Equal(
            "more than 500 collections are nested here",
            Refused(string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "a:\n"))).Message);

    [Fact]
    public void Nesting_up_to_the_limit_is_read()
    {
        Accepted(new string('[', 500) + new string(']', 500));
        Refused(new string('[', 501) + new string(']', 501));
        Assert.True(YamlTree.TryParseYaml("[[]]", new SyntaxLimits(MaxDepth: 2), out _, out _));
        Assert.False(YamlTree.TryParseYaml("[[[]]]", new SyntaxLimits(MaxDepth: 2), out _, out _));
    }

    [Fact]
    public void Brackets_in_text_and_comments_do_not_count()
    {
        var brackets = new string('[', 10_000);
        Accepted($"a: '{brackets}'\nb: x{brackets}\nc: | # {brackets}\n  {brackets}\n");
    }

    [Fact]
    public void Too_many_documents_are_refused_at_the_first_beyond_the_limit()
    {
        Assert.False(YamlTree.TryParseYaml("--- a\n--- b\n--- c\n", new SyntaxLimits(MaxDocuments: 2), out _, out var error));
        Assert.Equal(new SyntaxError(new(12, 3), "the file has more than 2 documents", SyntaxErrorKind.LimitReached), error);
    }

    [Fact]
    public void Aliases_are_not_expanded()
    {
        var bomb = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 30).Select(
            i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.True(Accepted(bomb).Pieces().Count() < 2000);
    }

    public static TheoryData<string, string> LongTexts => new()
    {
        { "a line", "a: " + new string('x', 1_000_000) },
        { "a comment", "a: 1 # " + new string('c', 5_000_000) },
        { "comments", "a: 1\n" + string.Concat(Enumerable.Repeat("# comment\n", 500_000)) },
        { "blank lines", "a: 1\n" + new string('\n', 1_000_000) + "b: 2\n" },
        { "blanks", "a:" + new string(' ', 1_000_000) + "1\n" },
        { "an indentation", "a:\n" + new string(' ', 1_000_000) + "b: 1\n" },
        { "a plain text", "a:\n" + string.Concat(Enumerable.Repeat("  word\n", 150_000)) },
        { "a block scalar", "a: |\n" + string.Concat(Enumerable.Repeat("  line\n", 500_000)) + new string('\n', 100_000) },
        { "a tag", "a: !" + new string('x', 1_000_000) + " v\n" },
        { "items", "a: [" + string.Concat(Enumerable.Repeat("a, ", 100_000)) + "]" },
        { "anchors", string.Concat(Enumerable.Range(0, 50_000).Select(i => $"- &n{i} v\n")) },
        { "directives", string.Concat(Enumerable.Repeat("%FOO bar\n", 10_000)) + "---\na: 1\n" },
    };

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Length_alone_is_no_trouble(string what, string text)
    {
        Assert.NotEmpty(what);
        var tree = Accepted(text);
        Assert.Equal(text.Length, tree.Pieces().Sum(piece => piece.Span.Length));
    }

    private static YamlTree Accepted(string text)
    {
        var watch = Stopwatch.StartNew();
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
        return tree;
    }

    private static SyntaxError Refused(string text)
    {
        var watch = Stopwatch.StartNew();
        Assert.False(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out _, out var error));
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
        Assert.Equal(SyntaxErrorKind.LimitReached, error.Kind);
        return error;
    }
}
