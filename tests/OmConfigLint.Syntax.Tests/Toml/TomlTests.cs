using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tests.Yaml;
using OmConfigLint.Syntax.Toml;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Toml;

public sealed class TomlTests
{
    private static readonly string[] Snippets =
    ["'", "\"", "\\", "#", " #", "=", "\n", "\r\n", "\r", " ", "\t", "😀", "\uD800", "\0", "\u2028", "[", "]", "{", "}", "[[", "]]", "\"\"\"", "'''", ",", ".", "a = 1\n", "\\u12"];

    private const string File = """"
        title = "x" # trailing
        [project]
        name = 'lit\eral'
        dependencies = [
          "openmetadata-ingestion[mysql]~=1.5.4.0", # why
          # own line
          'pandas', # omlint: ignore[OM2003]
        ]
        optional-dependencies.dev = ["a==1", [1, -2.5e3, true], {x = 1979-05-27 07:32:00, "y z".w = "\u00e9\t\""}]

        [tool.poetry.dependencies]
        openmetadata-ingestion = {version = "^1.5", extras = ["mysql"]}
        text = """
        one \
           two
        three"""
        lines = '''
        raw \n
        ''two'''''

        # the locked one
        [[package]]
        name = "a"
        [package.dependencies]
        b = "*"
        [[package]]
        name = "c"

        """";

    [Fact]
    public void Values_have_paths()
    {
        Assert.Equal(
            """
            title = x
            project.name = lit\eral
            project.dependencies[0] = openmetadata-ingestion[mysql]~=1.5.4.0
            project.dependencies[1] = pandas
            project.optional-dependencies.dev[0] = a==1
            project.optional-dependencies.dev[1][0] = 1
            project.optional-dependencies.dev[1][1] = -2.5e3
            project.optional-dependencies.dev[1][2] = true
            project.optional-dependencies.dev[2].x = 1979-05-27 07:32:00
            project.optional-dependencies.dev[2]."y z".w = é|"
            tool.poetry.dependencies.openmetadata-ingestion.version = ^1.5
            tool.poetry.dependencies.openmetadata-ingestion.extras[0] = mysql
            tool.poetry.dependencies.text = one two/three
            tool.poetry.dependencies.lines = raw \n/''two''
            package[0].name = a
            package[0].dependencies.b = *
            package[1].name = c
            """,
            string.Join('\n', Parse(File).Root.DescendantsAndSelf().Where(node => node.Token is not null).Select(node =>
                $"{node.Path} = {node.Value!.Replace('\t', '|').Replace('\n', '/')}")));
    }

    [Fact]
    public void Nodes_are_found()
    {
        var root = Parse(File).Root;
        Assert.Equal("^1.5", root.Find("tool", "poetry", "dependencies", "openmetadata-ingestion", "version")?.Value);
        Assert.Equal(2, root.Find("project", "dependencies")?.Children.Count);
        Assert.Null(root.Find("tool", "hatch"));
    }

    [Fact]
    public void Comments_have_scopes()
    {
        var tree = Parse(File);
        Assert.Equal(
            ["title = \"x\" # trailing", "  \"openmetadata-ingestion[mysql]~=1.5.4.0\", # why", "  'pandas', # omlint: ignore[OM2003]", "  'pandas', # omlint: ignore[OM2003]", "[[package]]\nname = \"a\""],
            tree.Comments.Select(comment => tree.Text.Substring(tree.ScopeOf(comment).Start, tree.ScopeOf(comment).Length)));
    }

    [Theory]
    [InlineData("a = 1\na = 2", "`a` is defined twice")]
    [InlineData("[a]\n[a]", "`a` is defined twice")]
    [InlineData("a = {b = 1}\n[a.c]", "`a` is defined twice")]
    [InlineData("a = [1]\n[[a]]", "`a` is defined twice")]
    [InlineData("a = \"x", "the string is not closed")]
    [InlineData("a = \"x\ny\"", "the string is not closed")]
    [InlineData("a = \"\\q\"", "the string holds an escape that TOML does not know")]
    [InlineData("a = ", "a value was expected")]
    [InlineData("a = yes", "`yes` is no value; strings stand in quotes")]
    [InlineData("a", "`=` is missing behind a key")]
    [InlineData("= 1", "a key was expected")]
    [InlineData("a = [1 2]", "`,` or `]` is missing in an array")]
    [InlineData("a = [1", "`,` or `]` is missing in an array")]
    [InlineData("a = {b = 1", "`,` or `}` is missing in an inline table")]
    [InlineData("a = 1 b = 2", "a new line is needed between two entries")]
    [InlineData("[a", "`]` is missing behind the name of a table")]
    public void Broken_texts(string text, string message)
    {
        Assert.False(TomlTree.TryParse(text, SyntaxLimits.Default, out _, out var error));
        Assert.Equal((message, SyntaxErrorKind.Invalid), (error.Message, error.Kind));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a=", "}")]
    public void Deep_nesting_is_a_limit(string open, string close)
    {
        var text = "a = " + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.False(TomlTree.TryParse(text, SyntaxLimits.Default, out _, out var error));
        Assert.Equal(SyntaxErrorKind.LimitReached, error.Kind);
    }

    [Theory]
    [InlineData("d = [\n  \"x\",\n  'openmetadata-ingestion~=1.5.4.0', # c\n]\n", "d = [\n  \"x\",\n  'openmetadata-ingestion~=1.6.3.0', # c\n]\n")]
    [InlineData("d = [\"\\u0061\",\"openmetadata-ingestion\\u005Bmysql]==1.5\"]\n", "d = [\"\\u0061\",\"openmetadata-ingestion\\u005Bmysql]==1.6.3.0\"]\n")]
    public void Versions_in_arrays_are_replaced(string before, string after) => TokenEditExample.Check(
        Parse,
        before,
        (tree, editor) =>
        {
            var token = tree.Root.Find("d")!.Children[1].Token!;
            Assert.True(PythonRequirement.TryParse(token.Value, out var requirement));
            editor.ReplaceText(token.Text, requirement.Specifiers.Clauses[0].VersionSpan, "1.6.3.0");
        },
        after);

    [Fact]
    public void Versions_in_inline_tables_are_replaced() => TokenEditExample.Check(
        Parse,
        "[packages]\nopenmetadata-ingestion = { extras = ['mysql'], version = \"~=1.5.4.0\" }\n",
        (tree, editor) =>
        {
            var token = tree.Root.Find("packages", "openmetadata-ingestion", "version")!.Token!;
            Assert.True(PythonVersionSpecifiers.TryParsePoetry(token.Value, out var specifiers));
            editor.ReplaceText(token.Text, specifiers.Clauses[0].VersionSpan, "1.6.3.0");
        },
        "[packages]\nopenmetadata-ingestion = { extras = ['mysql'], version = \"~=1.6.3.0\" }\n");

    [Fact]
    public void Any_value_of_real_files_can_be_edited()
    {
        var edits = 0;
        foreach (var (path, text) in Corpus.Files(".toml"))
        {
            Assert.True(TomlTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), $"{path}: {error}");
            TokenTreeProperties.Check(tree);
            edits += CheckEdits(tree);
        }

        Assert.True(edits > 500, $"{edits} edits");
    }

    [Fact]
    public void Any_value_can_be_edited()
    {
        Assert.True(CheckEdits(Parse(File)) > 25);
        Assert.True(CheckEdits(Parse(File.ReplaceLineEndings("\r\n"))) > 25);
    }

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, [File], Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(Read, [.. Snippets, "a=[", "a={", "[a]\n", "[[a]]\n", "a.", "[[a]]\nb=[{c=1}]\n"]);

    private static int CheckEdits(TomlTree tree)
    {
        var strings = tree.Root.DescendantsAndSelf().Where(node => node.Kind == TomlNodeKind.String).Select(node => node.Token).ToHashSet();
        return TokenTreeProperties.EditRuns(tree, strings.Contains);
    }

    private static TomlTree Parse(string text)
    {
        Assert.True(TomlTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = TomlTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
