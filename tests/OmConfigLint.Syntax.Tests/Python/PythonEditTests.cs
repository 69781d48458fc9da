using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Each edit is proved and made in LF and CRLF.</summary>
public sealed class PythonEditTests
{
    [Theory]
    [InlineData("{'x': 1}", "{}")]
    [InlineData("{ 'x': 1, }", "{ }")]
    [InlineData("{'x': 1, 'b': 2}", "{'b': 2}")]
    [InlineData("{'a': 1, 'x': 2, 'b': 3}", "{'a': 1, 'b': 3}")]
    [InlineData("{'a': 1, 'x': 2}", "{'a': 1}")]
    [InlineData("{'a': 1, 'x': 2,}", "{'a': 1,}")]
    [InlineData("{'a': 1, 'x': 2, 'x': 3}", "{'a': 1}")]
    [InlineData("{'x': 1, 'x': 2, 'b': 3}", "{'b': 3}")]
    [InlineData("{\n  'a': 1,\n  'x': 2,\n  'b': 3\n}", "{\n  'a': 1,\n  'b': 3\n}")]
    [InlineData("{\n  'a': 1,\n  'x': 2\n}", "{\n  'a': 1,\n}")]
    [InlineData("{\n  'a': 1,  # a\n  'x': 2  # x\n  # end\n}", "{\n  'a': 1,  # a\n  # end\n}")]
    [InlineData("{\n  'x': 2,\n}", "{\n}")]
    [InlineData("{\n  'a': 1, 'x': {\n    'y': [1]},\n  'b': 2}", "{\n  'a': 1,\n  'b': 2}")]
    [InlineData("{\n  'a': 1, 'x': 2,  # both\n  'b': 2}", "{\n  'a': 1,  # both\n  'b': 2}")]
    [InlineData("{\n  'x': 1, 'a': 2,\n  'b': 2}", "{\n  'a': 2,\n  'b': 2}")]
    [InlineData("{\n  'a': 1,\n  'x': 2}", "{\n  'a': 1,\n  }")]
    [InlineData("{'x': 1,\n  'b': 2}", "{\n  'b': 2}")]
    [InlineData("{'a': 1\n , 'x': 2\n , 'b': 3}", "{'a': 1\n , 'b': 3}")]
    [InlineData("{\n  'x': 1,\n  'x': 2,\n  # kept\n  'x': 3\n}", "{\n  # kept\n}")]
    [InlineData("{\n  'x': '''\ntext\n''',\n  'b': 2\n}", "{\n  'b': 2\n}")]
    [InlineData("dict(a=1, x=2)", "dict(a=1)")]
    [InlineData("f(x=1, *a)", "f(*a)")]
    [InlineData("f(\n  a,\n  x=1,\n)", "f(\n  a,\n)")]
    public void Entries_are_removed(string before, string after) => AssertEdit(before, after, (tree, editor) =>
    {
        var entries = tree.Values.Select(value => value.Entry).OfType<PythonEntry>().Where(entry => entry.Name == "x").Distinct();
        tree.Remove(editor, [.. entries]);
    });

    [Theory]
    [InlineData("[1, 2]", 1, "[1]")]
    [InlineData("[1, 2]", 0, "[2]")]
    [InlineData("(1, 2)", 1, "(1,)")]
    [InlineData("(1, 2, 3)", 2, "(1, 2)")]
    public void Items_are_removed(string before, int index, string after) => AssertEdit(before, after, (tree, editor) =>
        tree.Remove(editor, tree.Values.OfType<PythonSequence>().First().Items[index]));

    [Theory]
    [InlineData("{'x': True}", "False", "{'x': False}")]
    [InlineData("{'x': {'a': 1},  # c\n }", "None", "{'x': None,  # c\n }")]
    [InlineData("{'x': a if b else c}", "'Auto' 'Classification'", "{'x': 'Auto' 'Classification'}")]
    [InlineData("f(x='''a\nb''')", "{\n  'a': 1,\n}", "f(x={\n  'a': 1,\n})")]
    public void Values_are_replaced(string before, string value, string after) => AssertEdit(before, after, (tree, editor) =>
        tree.Replace(editor, tree.Values.First(found => found.Entry is { Name: "x" } entry && entry.Value == found).Span, value));

    [Theory]
    [InlineData("import metadata . orm_profiler.api.workflow as w", "import metadata.profiler.api.workflow as w")]
    [InlineData("from metadata.orm_profiler import (\n  a,\n)  # c", "from metadata.profiler import (\n  a,\n)  # c")]
    public void Modules_are_renamed(string before, string after) => AssertEdit(before, after, (tree, editor) =>
    {
        var name = tree.Imports[0].Module ?? tree.Imports[0].Names[0].Name;
        tree.Replace(editor, name.Span, name.Text.Replace("orm_profiler", "profiler", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("'a-b'", "it's", "'a-it\\'s'")]
    [InlineData("\"a-b\"", "it's {\\}\n", "\"a-it's {\\\\}\\n\"")]
    [InlineData("f'a-b{c}'", "{\u0001é😀}", "f'a-{{\\x01é😀}}{c}'")]
    [InlineData("'''a-b'''", "c\n'd' ''e", "'''a-c\n\\'d' \\'\\'e'''")]
    [InlineData("\"\"\"a-b\"\"\"", "k: \"v\" # x", "\"\"\"a-k: \"v\" # x\"\"\"")]
    [InlineData("r'a-b'", "c\\d", "r'a-c\\d'")]
    [InlineData("r'a-b'", "c'd", null)]
    [InlineData("b'a-b'", "é", null)]
    [InlineData("'\\x2db'", "c", "'\\x2dc'")]
    [InlineData("dedent('''\n  -b\n''')", "c", "dedent('''\n  -c\n''')")]
    [InlineData("'a' '-b'", "c", "'a' '-c'")]
    public void Strings_are_written_as_their_quotes_ask(string before, string newText, string? after)
    {
        void Edit(PythonTree tree, TokenEditor editor)
        {
            var text = tree.Strings.First().Text;
            var at = text.Text.IndexOf("-b", StringComparison.Ordinal) + 1;
            var part = text.Parts.Last(part => part.Start <= at);
            editor.ReplaceText(part.Text, new TextSpan(at - part.Start + part.TextStart, 1), newText);
            editor.GetChanges();
        }

        if (after is null)
            Assert.Throws<SyntaxEditException>(() => Edit(PythonOutline.Parse(before), (TokenEditor)PythonOutline.Parse(before).CreateEditor()));
        else
            AssertEdit(before, after, Edit);
    }

    [Theory]
    [InlineData("'''\na: 1\nx:\n  y: 2\nb: 3\n'''", "'''\na: 1\nb: 3\n'''")]
    [InlineData("dedent('''\n    a: 1\n    x:\n      y: 2\n\n    b: 3\n    ''')", "dedent('''\n    a: 1\n\n    b: 3\n    ''')")]
    [InlineData("dedent(f'''\\\n    a: {a}\n    x: 1\n    b: {b}\n''').strip()", "dedent(f'''\\\n    a: {a}\n    b: {b}\n''').strip()")]
    [InlineData("'a: 1\\nx: 2\\nb: 3'", "'a: 1\\nb: 3'")]
    [InlineData("('a: 1\\n'\n  'x: 2\\n'\n  'b: 3\\n')", "('a: 1\\n'\n  ''\n  'b: 3\\n')")]
    [InlineData("('a: 1\\n'\n  'x:\\n'\n  '  y: 2\\n'\n  'b: 3\\n')", "('a: 1\\n'\n  ''\n  ''\n  'b: 3\\n')")]
    public void Yaml_in_a_string_is_edited_in_place(string before, string after) => AssertEdit(before, after, (tree, editor) =>
    {
        var text = tree.Strings.First().Text;
        Assert.True(YamlTree.TryParseYaml(text.Text, SyntaxLimits.Default, out var yaml, out var error), error?.ToString());
        var inner = (YamlEditor)yaml.CreateEditor();
        inner.Remove(Assert.IsType<YamlMapping>(yaml.Documents[0].Root).Entries.First(entry => entry.Key.ToString() == "x"));
        editor.Embed(text, inner);
    });

    private static void AssertEdit(string before, string after, Action<PythonTree, TokenEditor> edit)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            foreach (var (head, tail) in new[] { ("", ""), ("v = ", "\nw = 1\n"), ("def f():\n  # c\n  g(1, y=", ")  # d") })
            {
                if (before.Contains("import", StringComparison.Ordinal) && head.Length > 0)
                    continue;
                var text = (head + before + tail).ReplaceLineEndings(lineBreak);
                var tree = PythonOutline.Parse(text);
                var editor = (TokenEditor)tree.CreateEditor();
                edit(tree, editor);
                var edited = PythonProof.Apply(editor);
                Assert.Equal((head + after + tail).ReplaceLineEndings(text.Contains('\n', StringComparison.Ordinal) ? lineBreak : "\n"), edited);
                Assert.Null(PythonProof.FindDifference(editor, edited));
            }
        }
    }
}
