using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Python;

public sealed class PythonLexerTests
{
    [Theory]
    [InlineData("a=1", "a|=|1")]
    [InlineData("a.b\\\n  .c", "a|.|b|.|c")]
    [InlineData("x = [1,\n  2] # c\ny", "x|=|[|1|,|2|]|¶|y")]
    [InlineData("if x:\n\ty", "if|x|:|¶|→|y")]
    [InlineData("\n  # c\n\n  x", "→|x")]
    [InlineData("'a' \"b\" '''c\nd'''", "'|a|'|\"|b|\"|'''|c␊d|'''")]
    [InlineData("'a\\'b' r'a\\'b' 'a\\\nb'", "'|a'b|'|r'|a\\'b|'|'|ab|'")]
    [InlineData("''; \"\"\"\"a\"\"\"", "'||'|;|\"\"\"|\"a|\"\"\"")]
    [InlineData("Rb'x' bR'x' U'x' rf'x' Tr'x'", "Rb'|x|'|bR'|x|'|U'|x|'|rf'|x|'|Tr'|x|'")]
    [InlineData("f'a{b}c'", "f'|a|{|b|}|c|'")]
    [InlineData("f'{{a}}'", "f'|{a}|'")]
    [InlineData("f'{a!r:>{w}.2f}'", "f'||{|a|!|r|:|>|{|w|}|.2f|}||'")]
    [InlineData("f'{a != b} {x:=5} {y = }'", "f'||{|a|!=|b|}| |{|x|:|=5|}| |{|y|=|}||'")]
    [InlineData("f'{d[\"k\"]}' f\"{d[\"k\"]}\"", "f'||{|d|[|\"|k|\"|]|}||'|f\"||{|d|[|\"|k|\"|]|}||\"")]
    [InlineData("f'{f'{f'{1}'}'}'", "f'||{|f'||{|f'||{|1|}||'|}||'|}||'")]
    [InlineData("f'{\n  a  # c }\n}'", "f'||{|a|}||'")]
    [InlineData("f'\\N{DASH}{a}' f'\\{a}' rf'\\{a}'", "f'|\uFFFD|{|a|}||'|f'|\\|{|a|}||'|rf'|\\|{|a|}||'")]
    [InlineData("f'''{a:\n}'''", "f'''||{|a|:|␊|}||'''")]
    [InlineData("0x_fF 1_0.5e-3j .5 1. 1e5 1if x else 0b1", "0x_fF|1_0.5e-3j|.5|1.|1e5|1|if|x|else|0b1")]
    [InlineData("a**=b//=c>>=d->e:=f...g!=h<>i@=j", "a|**=|b|//=|c|>>=|d|->|e|:=|f|...|g|!=|h|<|>|i|@=|j")]
    [InlineData("naïve = größe·", "naïve|=|größe·")]
    [InlineData("\fx", "→|x")]
    [InlineData("x\r\ny\rz", "x|¶|y|¶|z")]
    public void Tokens(string text, string expected) =>
        Assert.Equal(expected, string.Join("|", PythonOutline.Parse(text).Tokens.Select(Of)));

    [Theory]
    [InlineData("x = «{»", "`{` is never closed")]
    [InlineData("x = {(1«]»", "`]` cannot close `(`")]
    [InlineData("x«)»", "`)` closes nothing")]
    [InlineData("x = «'»a\ny = 1", "this string is never closed")]
    [InlineData("x = «rb\"\"\"»a\n", "this string is never closed")]
    [InlineData("x = «f'»a{b}\n", "this string is never closed")]
    [InlineData("x = f'a{x«'»", "this string is never closed")]
    [InlineData("x = f'a«}»'", "a single `}` cannot stand in an f-string")]
    [InlineData("x = a«?»b", "this character means nothing in Python")]
    [InlineData("x = «“»a”", "this character means nothing in Python")]
    [InlineData("x =«\u00A0»a", "this character means nothing in Python")]
    [InlineData("x = 1 «\\» # c", "a backslash outside a string must end its line")]
    public void Broken_text_has_one_error(string marked, string message)
    {
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Assert.False(PythonTree.TryParse(text, SyntaxLimits.Default, out _, out var error));
        Assert.Equal(message, error.Message);
        Assert.Equal(marked, text.Insert(error.Span.End, "»").Insert(error.Span.Start, "«"));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Assert.False(PythonTree.TryParse(new string('[', 100_000), SyntaxLimits.Default, out _, out var error));
        Assert.Equal(new SyntaxError(new(500, 1), "more than 500 brackets and strings are nested here", SyntaxErrorKind.LimitReached), error);
    }

    [Fact]
    public void Comments_end_with_their_line_and_know_what_stands_before_them()
    {
        const string Text = "# a\r\nx = 1  # b\r\ny = '''\n# no comment\n'''  # c\nz = [  # d\n  # e\n]";
        Assert.Equal(
            "# a|# b trailing|# c trailing|# d trailing|# e",
            string.Join("|", PythonOutline.Parse(Text).Comments.Select(comment =>
                $"{Text.AsSpan(comment.Span.Start, comment.Span.Length)}{(comment.IsTrailing ? " trailing" : "")}")));
    }

    private static string Of(SyntaxToken token) => token.Kind switch
    {
        SyntaxTokenKind.LineBreak => "¶",
        SyntaxTokenKind.Punctuation when token.Value.AsSpan().IsWhiteSpace() => "→",
        _ => token.Value.Replace("\n", "␊", StringComparison.Ordinal),
    };
}
