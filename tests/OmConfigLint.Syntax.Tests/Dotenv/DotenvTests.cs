using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Dotenv;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Dotenv;

public sealed class DotenvTests
{
    private static readonly string[] Seeds =
    [
        "# c\nexport A=1 # d\nB=\"x\\n${C:-\\\"1\\\"} $D\"\nC='it' #e\n\nD: v\nbare\n1.5.4",
        "A = b\r\nB=\"one\r\ntwo\"\r\nC=\r\nD=${A:-${B-c}}\r\n",
    ];

    private static readonly string[] Snippets = ["'", "\"", "\\", "$", "${", "}", "#", " #", "=", ":", "\n", "\r\n", "\r", " ", "\t", "export ", "A=", "A='", "A=\"", "`"];

    [Theory]
    [InlineData("A=1", "A=1")]
    [InlineData("A = 1  ", "A=1")]
    [InlineData("export A=1", "A=1")]
    [InlineData("A=", "A=")]
    [InlineData("A=\nB=2", "A=|B=2")]
    [InlineData("A= # c\nB=2", "A=|B=2")]
    [InlineData("A=#1", "A=#1")]
    [InlineData("A=b # c", "A=b")]
    [InlineData("A=b#c", "A=b#c")]
    [InlineData("A=b c d", "A=b c d")]
    [InlineData("A: b", "A=b")]
    [InlineData("A='b # c' # d", "A=b # c")]
    [InlineData("A='$B\\n'", "A=$B\\n")]
    [InlineData("A=\"b\\n\\\"c\\\" \\$d \\x\" # d", "A=b\n\"c\" $d \\x")]
    [InlineData("A=\"one\ntwo\"\nB=1", "A=one\ntwo|B=1")]
    [InlineData("A=\"open\nB=1", "A=\"open|B=1")]
    [InlineData("A='it\nB=\"x\"", "A='it|B=x")]
    [InlineData("A=\"b\"c", "A=\"b\"c")]
    [InlineData("a.b-c=1", "a.b-c=1")]
    [InlineData("A=b\rB=c\r\nC=d", "A=b|B=c|C=d")]
    [InlineData("a b=1", "")]
    public void Entries(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Parse(text).Entries.Select(entry => $"{entry.Name}={entry.Value}")));

    [Theory]
    [InlineData("1.5.4\n", "1.5.4")]
    [InlineData("# pin\n  openmetadata/server:1.5.4  # c\n", "openmetadata/server:1.5.4")]
    [InlineData("A\nB=1\n", "A")]
    [InlineData("a b=1", "a b=1")]
    public void Bare_lines(string text, string expected) => Assert.Equal(expected, string.Join('|', Parse(text).BareLines));

    [Theory]
    [InlineData("A=r:${T:-1.5.0}", "${T:-1.5.0} T :- 1.5.0")]
    [InlineData("A=\"\\n${T-1} \\$X $Y\"", "${T-1} T - 1|$Y Y  ")]
    [InlineData("A='$X'", "")]
    [InlineData("A=${A:-${B:-c}}", "${A:-${B:-c}} A :- ${B:-c}|${B:-c} B :- c")]
    public void Variables(string text, string expected) => Assert.Equal(expected, string.Join('|', Parse(text).Entries[0].Variables.Select(variable =>
    {
        var value = Parse(text).Entries[0].Value.Value;
        return $"{value.Substring(variable.Span.Start, variable.Span.Length)} {variable.Name} {variable.Operator} {value.Substring(variable.ArgumentSpan.Start, variable.ArgumentSpan.Length)}";
    })));

    [Theory]
    [InlineData("A=1.5.0 # c\r\n")]
    [InlineData("A='1.5.0'")]
    [InlineData("A=\"x\\t1.5.0\" # c")]
    [InlineData("export A=i:${T:-1.5.0}\n")]
    [InlineData("A=\"one\n1.5.0\ntwo\"\n")]
    public void Edit_part(string text) => TokenExample.RaiseVersion(Parse(text));

    [Theory]
    [InlineData("A=", "b", "A=b")]
    [InlineData("A= # c", "b", "A=b # c")]
    [InlineData("A=x", "b c", null)]
    [InlineData("A='x'", "b c $", "A='b c $'")]
    [InlineData("A='x'", "it's", null)]
    [InlineData("A=\"x\"", "a \"b\" $c\n", "A=\"a \\\"b\\\" \\$c\\n\"")]
    public void Edit_whole(string text, string value, string? expected)
    {
        var tree = Parse(text);
        var editor = tree.CreateEditor();
        editor.ReplaceText(tree.Entries[0].Value.Text, new TextSpan(0, tree.Entries[0].Value.Value.Length), value);
        if (expected is null)
            Assert.Throws<Editing.SyntaxEditException>(() => editor.GetChanges());
        else
            Assert.Equal(expected, TokenTreeProperties.Prove(editor));
    }

    [Theory]
    [InlineData("A=1\r\nB=2\r\n", 1, "A=1\r\nN=9\r\nB=2\r\n")]
    [InlineData("A=1\nB=2\n", 0, "N=9\nA=1\nB=2\n")]
    [InlineData("A=1\nB=2\n", 9, "A=1\nB=2\nN=9\n")]
    [InlineData("A=1\nB=", 9, "A=1\nB=\nN=9")]
    [InlineData("A=1\n# c", 9, "A=1\n# c\nN=9")]
    [InlineData("A=1\n# c\n", 1, "A=1\nN=9\n# c\n")]
    [InlineData("", 0, "N=9\n")]
    public void Insert_line(string text, int line, string expected) => TokenExample.InsertLines(Parse(text), line, "N=9", expected);

    [Theory]
    [InlineData("A=1 # c\n", "A=1 # c")]
    [InlineData("# c\n\nA=\"1\n2\"\nB=3", "A=\"1\n2\"")]
    [InlineData("A=\"1\n2\" # c\n", "A=\"1\n2\" # c")]
    public void Comment_covers(string text, string expected) => Assert.Equal(expected, TokenExample.ScopeOfComment(Parse(text)));

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, Seeds, Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(Read, [.. Snippets, "A=\"\\\"\n", "A='\n", "${A:-", "A=${\n"]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Real_files(string lineBreak)
    {
        var (files, made, refused) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(SharedMaterial.Require("corpus"), ".env*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            var tree = Parse(File.ReadAllText(path).ReplaceLineEndings(lineBreak));
            TokenTreeProperties.Check(tree);
            Assert.Empty(tree.BareLines);
            var edits = TokenTreeProperties.EditValues(tree);
            files++;
            made += edits.Made;
            refused += edits.Refused;
            for (var line = 0; line <= tree.Lines.Count; line++)
            {
                var editor = (TokenEditor)tree.CreateEditor();
                editor.InsertLines(line, "NEW_LINE=\"a b\"");
                TokenTreeProperties.Prove(editor);
            }
        }

        Assert.True(files >= 8 && made > 300, $"{made} edits of {files} files");
        Assert.Equal(0, refused);
    }

    private static DotenvTree Parse(string text)
    {
        Assert.True(DotenvTree.TryParse(text, SyntaxLimits.Default, out var tree, out _));
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = DotenvTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
