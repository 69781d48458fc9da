using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Syntax.Notebooks;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tests.Yaml;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Any text ends in an exact tree or in one error.</summary>
public sealed class PythonMutationTests
{
    private static readonly string[] Seeds =
    [
        "import a.b as c\nfrom d.e import (f as g, h)\nCONFIG = {\n  'source': {'type': \"x\", **rest},  # c\n  'n': [1, -2.5, None],\n}\n",
        "class A(B, metaclass=C):\n    x: int = 1\n    async def f(self, a, *b, c: dict = {'d': 1}, **e) -> 'F':\n        return {k: v for k, v in self.x[a].items()}\n",
        "text = dedent(f'''\n  a: {b!r:>{c}}\n    {{d}}: \\x41\\N{DASH}\n  ''').strip() + 'x' \"y\" + z % 1\nr'\\d'; rb\"\"\"x\"\"\"\n",
        "with DAG('a', default_args=dict(b=1)) as dag, open(c) as (d, e):\n\tOperator(task_id='t', image='i:1.2', env={'x': (1, 2)},) >> other\n\tif (n := f(lambda x, y=1: x)): del a['b'], c.d\n",
        "match x:\n  case {'a': B(c=1)} if d: e += 1\nfor i, j in k: global g; i, (j, *l) = m = f(x for x in y)\nprint \"a\", `b`\n",
    ];

    private static readonly string[] Snippets =
    [
        "(", ")", "[", "]", "{", "}", ":", ",", "=", ".", "*", "**", "+", "%", ";", ":=", "!", "!r", "'", "\"", "'''", "\"\"\"", "f'", "f\"\"\"{", "rb'", "\\",
        "\\\n", "\n", "\r\n", "\r", "\t", " ", "    ", "#", "# c\n", "lambda ", "for ", " in ", " if ", "import ", "from ", "as ", "def f(", "class ", "case ",
        "match ", "with ", "del ", "global ", "return ", "@", "->", "...", "0x", "1e", "\0", "é", "😀", "\uD800", "\uFEFF", "\u2028", "\\N{", "{{", "}}",
        ".strip()", "dedent(", "dict(", "%pip x\n", "!ls", "?",
    ];

    [Fact]
    public void No_text_is_too_strange()
    {
        var mutation = Gen.OneOf(
            from at in Gen.Choose(0, 1000)
            select new Func<string, string>(text => text[..(at % (text.Length + 1))]),
            from at in Gen.Choose(0, 1000)
            from length in Gen.Choose(1, 9)
            select new Func<string, string>(text => text.Remove(at % (text.Length + 1), Math.Min(length, text.Length - (at % (text.Length + 1))))),
            from at in Gen.Choose(0, 1000)
            from snippet in Gen.Elements(Snippets)
            select new Func<string, string>(text => text.Insert(at % (text.Length + 1), snippet)));
        var texts =
            from seed in Gen.Elements(Seeds)
            from mutations in Gen.ListOf(mutation, 3)
            select mutations.Aggregate(seed, (text, mutate) => mutate(text));
        var read = 0;
        Check.One(RandomCases.Of(5_000), Prop.ForAll(texts.ToArbitrary(), text => { read += CheckText(text) ? 1 : 0; }));
        Assert.True(read > 500, $"{read} texts read");
    }

    [Theory]
    [InlineData("with DAG('a', default_args=dict(b=1)) as dag, open(c) as (d, e):\n\tOperator(td='t', imaglobal ge='i:1.2', env={'x': (1, 2)},) >> other\n\tif (n := f(lambda x, y=1: x)): del a['b'],\\\n c.d\n")]
    public void What_was_too_strange_once_is_not(string text) => CheckText(text);

    [Fact]
    public void Every_beginning_of_a_text_is_read_or_refused()
    {
        foreach (var seed in Seeds)
        {
            for (var length = 0; length <= seed.Length; length++)
                CheckText(seed[..length]);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("f'{")]
    [InlineData("a.")]
    [InlineData("'' ")]
    [InlineData("x + '' + ")]
    [InlineData("''.strip()")]
    [InlineData(".strip('a')")]
    [InlineData("f(x)")]
    [InlineData("{'a':1},")]
    [InlineData("lambda ")]
    [InlineData("a = ")]
    [InlineData("f'''{a:{b}{c}}''' ")]
    [InlineData("f'\\N{")]
    [InlineData("\\N{")]
    [InlineData("import a;")]
    [InlineData("def f(): x = 1\n")]
    [InlineData("def f():\n")]
    [InlineData("for x in ")]
    [InlineData("if a: ")]
    [InlineData("# c\n")]
    [InlineData("\\\n")]
    [InlineData("[a for b in c],")]
    [InlineData("{a},")]
    public void Hostile_texts_take_no_time(string piece)
    {
        foreach (var text in new[] { "", "f'''{x:", "x = '", "f(" }.SelectMany(head => new[] { head + Repeat(piece) + "\n", head + Repeat(piece) + "}''')'\n" }))
        {
            var time = System.Diagnostics.Stopwatch.StartNew();
            if (PythonTree.TryParse(text, SyntaxLimits.Default, out var tree, out _))
                Assert.True(tree.Strings.Sum(found => found.Text.Text.Length) >= 0 && tree.Values.Length >= 0);

            // A tenth of this on an idle machine; a quadratic reader takes minutes.
            Assert.InRange(time.Elapsed.TotalSeconds, 0, 20);
        }

        static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
    }

    private static bool CheckText(string text)
    {
        var json = "{\"cells\": [{\"cell_type\": \"code\", \"source\": " + System.Text.Json.JsonSerializer.Serialize(text) + "}]}";
        Assert.True(YamlTree.TryParseJson(json, SyntaxLimits.Default, out var notebook, out _));
        Assert.Equal(Assert.Single(Notebook.CellsOf(notebook)).Source.Text.Length, text.Length);

        if (!PythonTree.TryParse(text, SyntaxLimits.Default, out var tree, out var error))
        {
            TreeProperties.Check(text, error);
            return false;
        }

        PythonTreeProperties.Check(tree);
        PythonTreeProperties.CheckRemovals(tree);
        return true;
    }
}
