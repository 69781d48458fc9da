using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Make;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Make;

public sealed class MakefileTests
{
    private static readonly string[] Seeds =
    [
        "# c\nTAG ?= 1.5.0 # d\nexport X := a \\\n  b\n.PHONY: up down\nup: $(F) | b ; docker compose up\n\t@docker run img:$(TAG) $$HOME \\\n\t  -d\n\n\t# e\n"
        + "ifeq ($(A),b)\n\t-./m.sh migrate\nendif\ndown: X = 1\ndown::\n\techo $@\ndefine D\na\nendef\ninclude x.mk\nA += $(shell a=b:c)\nB!=date\n",
    ];

    private static readonly string[] Snippets =
    [
        "\\\n", "\\", "\n", "\r\n", "\r", "\t", " ", "#", "$", "$$", "$(", "${", ")", "}", ":", "::", "=", ":=", "?=", "+=", ";", "define x\n", "endef\n", "ifdef A\n",
        "export ", "a:\n\t",
    ];

    [Theory]
    [InlineData("A = b c # d", "A = b c")]
    [InlineData("A:=b\nC ?= d\nE += f\nG!=h\nI::=j", "A := b; C ?= d; E += f; G != h; I ::= j")]
    [InlineData("A =", "A = ")]
    [InlineData("A = b \\\n   c\\\n d", "A = b c d")]
    [InlineData("export A = b\noverride C := d\nexport E", "A = b; C := d")]
    [InlineData("A = $(x:=y) \\# z", "A = $(x:=y) \\# z")]
    [InlineData("t: A = b\n", "")]
    [InlineData("define A\nB = c\nendef\nD = e", "D = e")]
    [InlineData("ifdef A\nB = c\nelse\nB = d\nendif", "B = c; B = d")]
    public void Variables(string text, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
            Assert.Equal(expected, string.Join("; ", Parse(text.ReplaceLineEndings(lineBreak)).Variables.Select(variable => $"{variable.Name} {variable.Operator} {variable.Value}")));
    }

    [Theory]
    [InlineData("a b: c d # e\n\tf\n\n\t@-g $$h $(I) $@\nj:", "a b<c d[f / g $h $(I) $@]; j<[]")]
    [InlineData("a: b ; c\n\td", "a<b[c / d]")]
    [InlineData("a:\n\tb \\\n\t  c\n\td", "a<[b \\\n  c / d]")]
    [InlineData("a: b \\\n c\n\td", "a<b c[d]")]
    [InlineData("a:\nifeq (1,1)\n\tb\nelse\n\tc\nendif\n\td", "a<[b / c / d]")]
    [InlineData("a:\n# x\n\tb\n", "a<[b]")]
    [InlineData("a:\nX=1\n\tb = c\n", "a<[]")]
    [InlineData("$(A): %.o | d\n\tb", "$(A)<%.o | d[b]")]
    [InlineData("a::\n\tb", "a<[b]")]
    [InlineData(".PHONY: a b", ".PHONY<a b[]")]
    public void Rules(string text, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            Assert.Equal(expected, string.Join("; ", Parse(text.ReplaceLineEndings(lineBreak)).Rules.Select(rule =>
                $"{string.Join(' ', rule.Targets)}<{string.Join(' ', rule.Prerequisites)}[{string.Join(" / ", rule.Recipe)}]")));
        }
    }

    [Theory]
    [InlineData("TAG = 1.5.0 # c\n")]
    [InlineData("TAG := i:1.5.0\\\r\n  x\r\n")]
    [InlineData("a: ; docker run i:1.5.0\n")]
    [InlineData("a:\n\t@pip install \"x==1.5.0\" \\\n\t  $$y\n")]
    public void Edit_part(string text) => TokenExample.RaiseVersion(Parse(text));

    [Fact]
    public void Edit_word_of_a_command()
    {
        var tree = Parse("a:\r\n\t@cd x && \\\r\n\t  pip install 'y==1.5.0' $$Z\r\n");
        var text = new EmbeddedText(tree.Rules[0].Recipe[0].Text);
        Assert.True(ShellTree.TryParse(text.Text, SyntaxLimits.Default, out var shell, out _));
        var word = shell.Commands[1].Words[2];
        Assert.Equal(["pip", "install", "y==1.5.0", "$Z"], shell.Commands[1].Words.Select(word => word.Value));

        var inner = shell.CreateEditor();
        inner.ReplaceText(word.Text, new TextSpan(0, word.Value.Length), "y==$v");
        var editor = tree.CreateEditor();
        editor.Embed(text, inner);
        Assert.Equal("a:\r\n\t@cd x && \\\r\n\t  pip install 'y==$$v' $$Z\r\n", TokenTreeProperties.Prove(editor));
    }

    [Theory]
    [InlineData("# c\na:\n\tb\nd:", "a:\n\tb")]
    [InlineData("A = 1 # c\n", "A = 1")]
    [InlineData("A:\n# c\n\tb \\\n\t c\n\td\n", "b \\\n\t c")]
    public void Comment_covers(string text, string expected) => Assert.Equal(expected, TokenExample.ScopeOfComment(Parse(text)));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_value_can_be_edited(string lineBreak) =>
        TokenExample.EditAll(Seeds.Select(seed => Parse(seed.ReplaceLineEndings(lineBreak))), mostRefused: 0.15);

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, Seeds, Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(Read, [.. Snippets, "a:\n\tb\n", "a=\\\n", "#\\\n"]);

    private static MakefileTree Parse(string text)
    {
        Assert.True(MakefileTree.TryParse(text, SyntaxLimits.Default, out var tree, out _));
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = MakefileTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
