using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Strings and dicts of Python code as documents that are read and edited.</summary>
public sealed class PythonDocumentTests
{
    [Theory]
    [InlineData("c = {'a': 1, \"b\": [True, None, 2.5], 'c': {}}", "a: 1\nb:\n  - true\n  - null\n  - 2.5\nc: {}\n")]
    [InlineData("c = {'yes': 'no', '1': '80', 'x y': 'a\\n'}", "\"yes\": \"no\"\n\"1\": \"80\"\n\"x y\": \"a\\n\"\n")]
    [InlineData("c = dict(a=dict(b=[]), **rest)", "a:\n  b: []\n<<: $rest$\n")]
    [InlineData("A = 'x'\nB = {'k': A}\nc = {'b': B, 'n': f(1), 'm': name}", "b:\n  k: x\nn: $_00000000$\nm: $name$\n")]
    [InlineData("B = {'k': 1}\nc = {'a': B}\nd = {'a': B}", "a: &B\n  k: 1\n")]
    [InlineData("B = {'k': 1}\nB['l'] = 2\nc = {'a': B}", "a: $B$\n")]
    [InlineData("c = {'a': f'{x}.{y}', key: 1, 'b': [{'q': 1, 'r': 2}, [3]]}", "a: \"$x$.$y$\"\n$key$: 1\nb:\n  - q: 1\n    r: 2\n  - - 3\n")]
    [InlineData("c = {**{'a': 1}, 'b': 0x10, 'c': -1}", "<<:\n  a: 1\nb: $_00000000$\nc: -1\n")]
    public void Dicts_are_written_as_yaml(string code, string yaml)
    {
        var tree = Parse(code);
        var dict = tree.Assignments.First(assignment => assignment.Name == "c").Value;

        Assert.Equal(Masked(yaml), Masked(PythonDictText.Of(tree, (PythonDict)dict)!.Text));
    }

    [Theory]
    [InlineData("c = {\n    'a': 1,  # one\n    'x': 2,\n}\n", "c = {\n    'a': 1,  # one\n    'new': True,\n}\n")]
    [InlineData("c = {\n    'a': 1,\n    'x': 2\n}\n", "c = {\n    'a': 1,\n    'new': True,\n}\n")]
    [InlineData("c = {'x': 2, 'a': 1}\n", "c = {'a': 1, 'new': True}\n")]
    [InlineData("c = dict(a=1, x=f(2))\n", "c = dict(a=1, new=True)\n")]
    public void Edits_of_a_dict_are_edits_of_the_code(string before, string after)
    {
        var tree = Parse(before);
        var text = PythonDictText.Of(tree, (PythonDict)tree.Assignments[0].Value)!;
        var yaml = Yaml(text.Text);
        var root = (YamlMapping)yaml.Documents[0].Root;

        var removed = Edit(before, text, yaml, editor => editor.Remove(root.Find("x")!));
        var again = Parse(removed);
        var rest = PythonDictText.Of(again, (PythonDict)again.Assignments[0].Value)!;
        var restYaml = Yaml(rest.Text);
        var neighbour = ((YamlMapping)restYaml.Documents[0].Root).Find("a")!;

        Assert.Equal(after, Edit(removed, rest, restYaml, editor => editor.InsertAfter(neighbour, "new", YamlNewValue.Plain("true"))));
    }

    [Fact]
    public void A_dict_is_presented_as_python_writes_it()
    {
        var tree = Parse("c = {'a': f(1), 'b': True, 'c': f'{x}!', 'd': D, 'e': ['q', None]}");
        var text = PythonDictText.Of(tree, (PythonDict)tree.Assignments[0].Value)!;

        Assert.Equal(
            "{\n    \"a\": f(1),\n    \"b\": True,\n    \"c\": f'{x}!',\n    \"d\": D,\n    \"e\": [\"q\", None],\n}\n",
            text.Present(text.Text));
    }

    [Theory]
    [InlineData("'''a: {b}\n'''", "a: {b}\n")]
    [InlineData("f'''a: {b}\n{c.d}\ne: {{}}\n'''", "a: $b$\n$c.d$:\ne: {}\n")]
    [InlineData("'''a: {b!r:>10}\ne: {{}}\n'''.format(b=1)", "a: $b$\ne: {}\n")]
    [InlineData("'''a: %(b)s\ne: 5 %%\n''' % x", "a: $b$\ne: 5 %\n")]
    [InlineData("dedent(f'''\n    a: {b}\n      c: {d}\n''')", "\na: $b$\n  c: $d$\n")]
    [InlineData("'''a: 100%\n''' % x", null)]
    [InlineData("'''a: {\n'''.format(x)", null)]
    [InlineData("'''a\n'''[1:]", null)]
    public void What_is_filled_in_has_a_stand_in(string code, string? text)
    {
        var tree = Parse("x = " + code);

        Assert.Equal(text, PythonTemplate.Of(tree, tree.Strings.First())?.Text);
    }

    [Theory]
    [InlineData("f'''\na: 1\nx: {b}  # {c}\nd: {e}\n'''\n", "f'''\na: 1\nd: {e}\n'''\n")]
    [InlineData("dedent(f\"\"\"\n    a: 1\n    x: {b[\"k\"]}\n    d: {{}}\n    \"\"\")\n", "dedent(f\"\"\"\n    a: 1\n    d: {{}}\n    \"\"\")\n")]
    [InlineData("'''a: 1\nx: {b}\n'''.format(b=1)\n", "'''a: 1\n'''.format(b=1)\n")]
    [InlineData("'''\na: 1\nx: %s\nb: 2\n''' % b\n", "'''\na: 1\nb: 2\n''' % b\n")]
    public void Lines_go_with_their_fields(string before, string after)
    {
        foreach (var lineBreak in (string[])["\n", "\r\n"])
        {
            var code = ("c = " + before).Replace("\n", lineBreak, StringComparison.Ordinal);
            var tree = Parse(code);
            var text = PythonTemplate.Of(tree, tree.Strings.First(candidate => candidate.ToString().Contains('\n', StringComparison.Ordinal)))!;
            var yaml = Yaml(text.Text);
            var entry = ((YamlMapping)yaml.Documents[0].Root).Find("x")!;

            Assert.Equal(("c = " + after).Replace("\n", lineBreak, StringComparison.Ordinal), Edit(code, text, yaml, editor => editor.Remove(entry)));
        }
    }

    [Theory]
    [InlineData("def f():\n    w.execute()\n    w.print()\n    w.stop()\n", "def f():\n    w.execute()\n    w.stop()\n")]
    [InlineData("a()\nw.print()", "a()\n")]
    [InlineData("if x:\n    w.print()\n", null)]
    [InlineData("a(); w.print()\n", null)]
    public void Statements_are_taken_out(string before, string? after)
    {
        var tree = Parse(before);
        var editor = (OmConfigLint.Syntax.Tokens.TokenEditor)tree.CreateEditor();
        var call = tree.Calls.Single(call => call.Callee == "w.print");
        if (after is null)
        {
            Assert.Throws<SyntaxEditException>(() => tree.RemoveStatement(editor, call.Span));
            return;
        }

        tree.RemoveStatement(editor, call.Span);
        Assert.Equal(after, Proved(before, editor));
    }

    private static string Edit(string code, EmbeddedText text, YamlTree yaml, Action<YamlEditor> edit)
    {
        var inner = new YamlEditor(yaml);
        edit(inner);
        var tree = Parse(code);
        var own = text switch
        {
            PythonDictText => (EmbeddedText)PythonDictText.Of(tree, (PythonDict)tree.Assignments[0].Value)!,
            _ => PythonTemplate.Of(tree, tree.Strings.First(candidate => candidate.ToString().Contains('\n', StringComparison.Ordinal)))!,
        };
        var editor = tree.CreateEditor();
        editor.Embed(own, inner);
        return Proved(code, editor);
    }

    private static string Proved(string code, SyntaxEditor editor)
    {
        var edited = SourceText.From(code).WithChanges(editor.GetChanges()).ToString();
        Assert.Null(editor.FindDifference(Parse(edited)));
        return edited;
    }

    private static PythonTree Parse(string code)
    {
        Assert.True(PythonTree.TryParse(code, SyntaxLimits.Default, out var tree, out var error), error?.Message);
        return tree;
    }

    private static YamlTree Yaml(string text)
    {
        Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error), error?.Message);
        return tree;
    }

    /// <summary>The text with the numbers of expressions left out.</summary>
    private static string Masked(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\$_[0-9a-f]{8}\$", "EXPRESSION");
}
