using System.Text;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Shell;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tests.Yaml;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Shell;

public sealed class ShellTests
{
    private static readonly string[] Seeds =
    [
        "#!/bin/bash\nset -euo pipefail # c\nX=1 Y=\"a $Z\" cmd 'b c' d\\ e \"f\"g'h' ${V:-\"i j\"} > out 2>&1\nexport P=$(pip show x | awk '{print $2}')\n"
        + "if [[ -z $A && ! -f b ]]; then\n  pg_dump db > x.sql || { echo no; exit 1; }\nelif (( n > 1 )); then :; else ./m.sh migrate; fi\n"
        + "for f in *.yaml \"$@\"; do metadata ingest -c $f; done\nwhile read -r l; do echo \"$l\"; done < in\n"
        + "case $1 in\n  a|b) echo 1 ;;\n  (c) echo 2;;\n  *) exit\nesac\nf() { local v=1; }\nfunction g { echo $((1 + 2)); }\n"
        + "cat > f.yaml <<EOF\nsource: $T\\$x\nEOF\nsudo tee -a /etc/x <<-'END' | cat\n\ta: b\n\tEND\ndiff <(a) <(b) `date` $'it\\'s' arr=(1 2)\nz=(a\n\"b\")\n",
        "a \\\r\n  b\r\nc \"d\r\ne\" && f\r\ncat <<X\r\nbody\r\nX\r\n",
        "curl ${{ secrets.X }} | jq \".[] | \\\"$(a \"b `c`\" )\\\"\" & { (d); }",
    ];

    private static readonly string[] Snippets =
    [
        "'", "\"", "\\", "\\\n", "$", "${", "$(", "$((", "((", "(", ")", "))", "}", "{ ", "`", ";", ";;", "&&", "||", "|", "&", "<", ">", ">>", "<<EOF", "<<-'E'", "<<<",
        "2>&1", "\n", "\r\n", "\r", " ", "\t", "#", " # c", "if ", "then ", "fi ", "do ", "done ", "case ", " in ", "esac ", "for ", "while ", "[[ ", " ]]", "f() ",
        "function ", "X=", "X=(", "export ", "! ", "\0",
    ];

    [Theory]
    [InlineData("a b  c", "a|b|c")]
    [InlineData("a 'b c' \"d e\" f\\ g", "a|b c|d e|f g")]
    [InlineData("a \"b\"c'd'\\e", "a|bcde")]
    [InlineData("a \"\\$x \\\" \\n\" '\\n' ''", "a|$x \" \\n|\\n|")]
    [InlineData("a $X ${Y:-b c}\"${Z-\"d\"}\" $1", "a|$X|${Y:-b c}${Z-\"d\"}|$1")]
    [InlineData("a `b c` $((1 + 2)) $'x'", "a|`b c`|$((1 + 2))|x")]
    [InlineData("a \\\n  b\\\nc", "a|bc")]
    [InlineData("a; b && c || d | e & f", "a || ; b || && c || || d || | e || & f")]
    [InlineData("a\n\nb # c\n#d\ne", "a || ; b || ; e")]
    [InlineData("a#b c", "a#b|c")]
    [InlineData("X=1 Y='a b' c d=1", "X=1 Y=a b c|d=1")]
    [InlineData("X=1; Y=", "X=1  || ; Y=")]
    [InlineData("export X=1 Y; local z=2", "X=1 export|Y || ; z=2 local")]
    [InlineData("X=(a \"b\" # c\n) y", "X=(a \"b\" # c\n) y")]
    [InlineData("a > b 2>&1 < c", "a >b 2>&1 <c")]
    [InlineData("a$(b c)d", "a$(b c)d || b|c")]
    [InlineData("a \"x $(b \"$(c)\") y\" z", "a|x $(b \"$(c)\") y|z || b|$(c) || c")]
    [InlineData("X=$(b | c) d", "X=$(b | c) d || b || | c")]
    [InlineData("diff <(a) x", "diff|<(a)|x || a")]
    [InlineData("(a; b) && { c; }", "a || ; b || c")]
    [InlineData("if a; then b; elif c; then d; else e; fi; f", "a || b || c || d || e || ; f")]
    [InlineData("for x in a b; do c $x; done > f\ng", "c|$x || ; >f || ; g")]
    [InlineData("for ((i=0; i<3; i++)); do a; done", "a")]
    [InlineData("for x\ndo a\ndone", "a")]
    [InlineData("while a; do b; done", "a || b")]
    [InlineData("case $x in a|b) c;; (d) e ;; *) f\nesac; g", "c || e || f || ; g")]
    [InlineData("f() { a; }; function g { b; }\nf", "a || b || ; f")]
    [InlineData("[[ -z $a && ( b < c ) ]] && d", "[[|-z|$a|&&|(|b|<|c|)|]] || && d")]
    [InlineData("if [[ a ]]; then b; fi", "[[|a|]] || b")]
    [InlineData("echo if then fi { }", "echo|if|then|fi|{|}")]
    [InlineData("a 'b\nc' d", "a|b\nc|d")]
    [InlineData("if a; then\\\n b; fi", "a || b")]
    [InlineData("! a && b", "a || && b")]
    [InlineData("a &&\n  b |\n c", "a || && b || | c")]
    [InlineData("pip install ${{ a || 'b' }} c", "pip|install|${{ a || 'b' }}|c")]
    [InlineData("a {b,c} *.y ~ x[1]", "a|{b,c}|*.y|~|x[1]")]
    [InlineData("(( x > 1 )) && a", "&& a")]
    public void Commands(string text, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
            Assert.Equal(expected, string.Join(" || ", Parse(text.ReplaceLineEndings(lineBreak)).Commands.Select(Describe)).Trim());
    }

    [Theory]
    [InlineData("cat > f.yaml <<EOF\na: $b \\$c\\\\\nEOF\nx", "f.yaml|EOF|True|a: $b $c\\\n")]
    [InlineData("cat <<'EOF' >> f\na\\$\nEOF\n", "f|EOF|False|a\\$\n")]
    [InlineData("sudo tee -a f <<-E\n\ta\n\t\tb\n\tE\n", "f|E|True|a\nb\n")]
    [InlineData("cat <<EOF | sudo tee f > /dev/null\na\nEOF\n", "f|EOF|True|a\n")]
    [InlineData("kubectl apply -f - <<EOF\na\nEOF\n", "|EOF|True|a\n")]
    [InlineData("a <<A <<B\n1\nA\n2\nB\n", "|A|True|1\n||B|True|2\n")]
    [InlineData("x=$(cat <<EOF\na\nEOF\n)\n", "|EOF|True|a\n")]
    [InlineData("cat <<EOF\nopen", "|EOF|True|open")]
    [InlineData("cat <<EOF\nEOF", "|EOF|True|")]
    public void Here_documents(string text, string expected)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var tree = Parse(text.ReplaceLineEndings(lineBreak));
            Assert.Equal(expected, string.Join('|', tree.Commands.SelectMany(command => command.HereDocuments).Select(document =>
                $"{document.Target?.Value}|{document.Delimiter}|{document.IsExpanded}|{document.Body}")));
        }
    }

    [Theory]
    [InlineData("pg_dump; migrate", true, false)]
    [InlineData("migrate; pg_dump", false, false)]
    [InlineData("if a; then pg_dump; fi; migrate", false, false)]
    [InlineData("if pg_dump; then migrate; fi", true, true)]
    [InlineData("if a; then pg_dump; else migrate; fi", false, true)]
    [InlineData("if a; then pg_dump; migrate; fi", true, true)]
    [InlineData("x=$(pg_dump); migrate", true, false)]
    [InlineData("f() { pg_dump; }; migrate", false, false)]
    [InlineData("f() { migrate; }; f", false, true)]
    [InlineData("a || { pg_dump; }; migrate", false, false)]
    [InlineData("a || migrate", false, true)]
    [InlineData("{ pg_dump; }; (migrate)", true, false)]
    [InlineData("case x in a) pg_dump;; b) migrate;; esac", false, true)]
    [InlineData("for x in a; do migrate; done", false, true)]
    public void Order(string text, bool dumpIsBefore, bool isConditional)
    {
        var commands = Parse(text).Commands;
        var dump = commands.FirstOrDefault(command => command.Words is [{ Value: "pg_dump" }]);
        var migrate = commands.Single(command => command.Words is [{ Value: "migrate" }]);
        Assert.Equal(dumpIsBefore, dump?.ComesBefore(migrate) ?? false);
        Assert.Equal(isConditional, migrate.IsConditional);
    }

    [Theory]
    [InlineData("a «'»b\n", "the quote is never closed")]
    [InlineData("a «\"»b\n", "a quote in this word is never closed")]
    [InlineData("a b«${»c\n", "the `${` is never closed by a `}`")]
    [InlineData("a b«$(»c\n", "the command substitution is never closed by a `)`")]
    [InlineData("a «`»c\n", "the back-tick is never closed")]
    public void Errors(string marked, string message)
    {
        Assert.False(ShellTree.TryParse(Unmarked(marked), SyntaxLimits.Default, out _, out var error));
        Assert.Equal(message, error.Message);
        Assert.Equal(marked, Unmarked(marked).Insert(error.Span.End, "»").Insert(error.Span.Start, "«"));
    }

    [Theory]
    [InlineData("a b\\\n c", "b")]
    [InlineData("a 'b'\\\r\nc d", "'b'\\\r\nc")]
    [InlineData("a x\"$(b)\"y c", "x\"$(b)\"y")]
    public void Span_of_a_word(string text, string expected)
    {
        var span = Parse(text).Commands[0].Words[1].Span;
        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void Deep_nesting_is_an_error()
    {
        Assert.False(ShellTree.TryParse(string.Concat(Enumerable.Repeat("$(", 1000)), SyntaxLimits.Default, out _, out var error));
        Assert.Equal(SyntaxErrorKind.LimitReached, error.Kind);
    }

    [Theory]
    [InlineData("pip install openmetadata-ingestion[mysql]==1.5.0 # c\n")]
    [InlineData("pip install \"openmetadata-ingestion[mysql]~=1.5.0\"\r\n")]
    [InlineData("pip install 'openmetadata-ingestion==1.5.0'")]
    [InlineData("docker run \"x\"'y':1.5.0 z")]
    [InlineData("TAG=1.5.0 a\n")]
    [InlineData("export TAG=\"1.5.0\"\n")]
    [InlineData("docker run img:${TAG:-1.5.0}\n")]
    [InlineData("a $(b \"$(c x:1.5.0)\")\n")]
    [InlineData("a \\\n  x:1.5.0 \\\n  b\n")]
    [InlineData("cat > f <<EOF\nimage: 1.5.0\nEOF\n")]
    [InlineData("cat <<-'EOF'\n\timage: 1.5.0\n\tEOF\n")]
    [InlineData("if a; then b 1.5.0; fi\n")]
    public void Edit_part(string text) => TokenExample.RaiseVersion(Parse(text));

    [Theory]
    [InlineData("a b", "c d", null)]
    [InlineData("a 'b'", "c $d", "a 'c $d'")]
    [InlineData("a \"b\"", "c \"$d\"", "a \"c \\\"\\$d\\\"\"")]
    [InlineData("a \"b\"'c'", "c d", null)]
    [InlineData("a x$(b)", "c", null)]
    public void Edit_whole(string text, string value, string? expected)
    {
        var tree = Parse(text);
        var editor = tree.CreateEditor();
        var word = tree.Commands[0].Words[1];
        editor.ReplaceText(word.Text, new TextSpan(0, word.Value.Length), value);
        if (expected is null)
            Assert.Throws<Editing.SyntaxEditException>(() => editor.GetChanges());
        else
            Assert.Equal(expected, TokenTreeProperties.Prove(editor));
    }

    [Fact]
    public void Edit_lines_of_a_here_document()
    {
        var tree = Parse("cat > f <<-EOF\r\n\ta: 1\r\n\tb: 2\r\n\tEOF\r\n");
        var body = tree.Commands[0].HereDocuments[0].Body;
        var editor = tree.CreateEditor();
        editor.ReplaceText(body.Text, new TextSpan(0, 5), "");
        editor.ReplaceText(body.Text, new TextSpan(10, 0), "c: 3\nd: 4\n");
        Assert.Equal("cat > f <<-EOF\r\n\tb: 2\r\n\tc: 3\r\n\td: 4\r\n\tEOF\r\n", TokenTreeProperties.Prove(editor));
    }

    [Theory]
    [InlineData("set -e\n# c\nmigrate\n", 2, "set -e\n# c\npg_dump db > x\nmigrate\n")]
    [InlineData("if a; then\r\n  b\r\nfi\r\n", 1, "if a; then\r\npg_dump db > x\r\n  b\r\nfi\r\n")]
    [InlineData("a", 9, "a\npg_dump db > x")]
    public void Insert_line(string text, int line, string expected) => TokenExample.InsertLines(Parse(text), line, "pg_dump db > x", expected);

    [Theory]
    [InlineData("a # c\nb", "a # c")]
    [InlineData("# c\n\na \\\n  b\nd", "a \\\n  b")]
    [InlineData("# c\ncat <<EOF\nx\nEOF\nd", "cat <<EOF\nx\n")]
    [InlineData("a 'b\nc' # c\nd", "a 'b\nc' # c")]
    public void Comment_covers(string text, string expected) => Assert.Equal(expected, TokenExample.ScopeOfComment(Parse(text)));

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, Seeds, Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(
        Read, [.. Snippets, "$(a ", "\"$(", "${X:-", "((a) ", "((a\n", "$((a) ", "[[ (", "a <<E\nE\n", "if a; then ", "f() {", "case a in b) ", "x=$(a) ", "(a) ", "a | "]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Every_value_can_be_edited(string lineBreak) =>
        TokenExample.EditAll(Seeds.Select(seed => Parse(seed.ReplaceLineEndings(lineBreak))), mostRefused: 0.125);

    /// <summary>The scripts in the block scalars of real files, most of them of pipelines.</summary>
    [Fact]
    public void Real_scripts()
    {
        var (scripts, made, refused) = (0, 0, 0);
        foreach (var script in ScriptsOf(Corpus.Files(".yaml", ".yml").Select(file => file.Text)).Distinct())
        {
            if (!ShellTree.TryParse(script, SyntaxLimits.Default, out var tree, out _))
                continue;
            TokenTreeProperties.Check(tree);
            var edits = TokenTreeProperties.EditValues(tree, most: 10);
            scripts++;
            made += edits.Made;
            refused += edits.Refused;
        }

        Assert.True(scripts > 50 && made > 500, $"{made} edits of {scripts} scripts");
        Assert.True(refused < made / 20, $"{refused} of {made} edits refused");
    }

    private static IEnumerable<string> ScriptsOf(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (!YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _))
                continue;
            var nodes = new Stack<YamlNode>(tree.Documents.Select(document => document.Root));
            while (nodes.TryPop(out var node))
            {
                foreach (var child in node switch { YamlSequence sequence => sequence.Items.AsEnumerable(), YamlMapping mapping => mapping.Entries.Select(entry => entry.Value), _ => [] })
                    nodes.Push(child);
                foreach (var entry in (node as YamlMapping)?.Entries ?? [])
                {
                    if (entry is { Key: YamlScalar { Value: "run" or "command" or "args" or "script" or "entrypoint" or "test" }, Value: YamlScalar { Value.Length: > 0 } script })
                        yield return script.Value;
                }
            }
        }
    }

    private static string Describe(ShellCommand command)
    {
        var text = new StringBuilder(command.Operator.Length > 0 ? command.Operator + " " : "");
        foreach (var assignment in command.Assignments)
            text.Append(assignment.Name).Append('=').Append(assignment.Value).Append(' ');
        text.AppendJoin('|', command.Words);
        text.Append(command.Words.IsEmpty || command.Redirections.IsEmpty ? "" : " ");
        return text.AppendJoin(' ', command.Redirections.Select(redirection => redirection.Operator + redirection.Target)).ToString();
    }

    private static string Unmarked(string marked) => marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

    private static ShellTree Parse(string text)
    {
        Assert.True(ShellTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), error?.Message);
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = ShellTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
