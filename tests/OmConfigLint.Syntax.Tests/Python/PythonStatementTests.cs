using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Syntax.Tests.Python;

public sealed class PythonStatementTests
{
    [Theory]
    [InlineData("import a.b.c as x, d", "«a.b.c» as x; «d»")]
    [InlineData("from a . b import c as d, (e)", "«a . b» : «c» as d; «e»")]
    [InlineData("from a.b import (\n  c,  # why\n  d as e,\n)", "«a.b» : «c»; «d» as e")]
    [InlineData("from .. import a", "..: «a»")]
    [InlineData("from ...a import *", "...«a» : «*»")]
    [InlineData("try: import a\nexcept ImportError: import b", "«a»|«b»")]
    [InlineData("x = 'import a'; import b; yield from c", "«b»")]
    public void Imports(string text, string expected) => Assert.Equal(expected, string.Join("|", PythonOutline.Parse(text).Imports.Select(import =>
        (import.IsFrom ? new string('.', import.Dots) + (import.Module is null ? ": " : $"«{At(text, import.Module)}» : ") : "")
        + string.Join("; ", import.Names.Select(name => $"«{At(text, name.Name)}»" + (name.Alias is null ? "" : $" as {name.Alias}"))))));

    [Theory]
    [InlineData("a = b = 1", "a = Number:1|b = Number:1")]
    [InlineData("a: dict = {'x': 1}", "a = {x: Number:1}")]
    [InlineData("self.a[0] += f(b=1)", "self.a[0] += f(b=Number:1)")]
    [InlineData("a, (b, c) = 1, 2", "a, (b, c) = Tuple[Number:1, Number:2]")]
    [InlineData("if a == 1: b = 2", "b = Number:2")]
    [InlineData("match x:\n  case {'a': 1}: b = 2\nmatch = 3\nmatch: int = 4", "b = Number:2|match = Number:3|match = Number:4")]
    [InlineData("a = lambda b=1: b", "a = ?<b, Number:1, b>")]
    [InlineData("f(a=1); a == 1; a: int", "")]
    [InlineData("class A(B, metaclass=C): x = 1", "x = Number:1")]
    [InlineData("a = \\\n  1", "a = Number:1")]
    [InlineData("a =", "a = ?<>")]
    public void Assignments(string text, string expected) => Assert.Equal(expected, string.Join("|", PythonOutline.Parse(text).Assignments.Select(
        assignment => $"{assignment.Target} {assignment.Operator} {PythonOutline.Of(assignment.Value)}")));

    [Theory]
    [InlineData("C = 1\nf(C)", "Number:1")]
    [InlineData("C = 1\ndef f():\n  return f(C)", "Number:1")]
    [InlineData("C = 1\ndef f():\n  C = 2\n  return f(C)", "Number:2")]
    [InlineData("C = 1\ndef f():\n  C = 2\nf(C)", "Number:1")]
    [InlineData("C = 1\nclass A:\n  C = 2\n  def f(self):\n    return f(C)", "Number:1")]
    [InlineData("C = 1\nclass A:\n  C = 2\n  f(C)", "Number:2")]
    [InlineData("if x:\n  C = 1\nelse:\n  C = 2\nf(C)", null)]
    [InlineData("C = 1\nC += 1\nf(C)", null)]
    [InlineData("C = {}\nC['a'] = 1\nf(C)", null)]
    [InlineData("C = {}\nC.update(a=1)\nf(C)", null)]
    [InlineData("C = {}\ndel C['a']\nf(C)", null)]
    [InlineData("C = 1\ndef f(C):\n  return f(C)", null)]
    [InlineData("C = 1\ndef g(a, *C, b: int = 1):\n  f(C)", null)]
    [InlineData("C = 1\ndef g():\n  global C\n  C = 2\nf(C)", null)]
    [InlineData("C = 1\nfor C in x: pass\nf(C)", null)]
    [InlineData("C = 1\n[C for C in x]\nf(C)", null)]
    [InlineData("C = 1\nwith a as C: pass\nf(C)", null)]
    [InlineData("C = 1\nwith (a as C): pass\nf(C)", null)]
    [InlineData("C = 1\nimport x as C\nf(C)", null)]
    [InlineData("C = 1\nif (C := 2): pass\nf(C)", null)]
    [InlineData("C = 1\nlambda C: f(C)", null)]
    [InlineData("C, D = 1, 2\nf(C)", null)]
    [InlineData("f(C)", null)]
    [InlineData("C = f(C)", null)]
    public void A_name_stands_for_its_only_assignment(string text, string? expected)
    {
        var tree = PythonOutline.Parse(text);
        var name = tree.Calls.Last(call => call.Callee == "f").Arguments[0].Value;
        var assignment = tree.Resolve(Assert.IsType<PythonName>(name));
        Assert.Equal(expected, assignment is null ? null : PythonOutline.Of(assignment.Value));
    }

    [Fact]
    public void Scopes_end_with_their_last_statement()
    {
        const string Text = "x = 1\ndef f(a):\n    if a:\n        y = {\n  'a': 1}\n    # c\n\nclass A:\n    def g(self): z = 1\n    w = 2\nv = 3\n";
        var tree = PythonOutline.Parse(Text);
        Assert.Equal(
            "Module |Function f|Class A|Function g",
            string.Join("|", tree.Scopes.Select(scope => $"{scope.Kind} {scope.Name}")));
        Assert.Equal("def f(a):\n    if a:\n        y = {\n  'a': 1}", PythonValueTests.At(Text, tree.Scopes[1].Span));
        Assert.Equal("def g(self): z = 1", PythonValueTests.At(Text, tree.Scopes[3].Span));
        Assert.Equal("x:Module y:Function z:Function w:Class v:Module", string.Join(" ", tree.Assignments.Select(assignment => $"{assignment.Name}:{assignment.Scope.Kind}")));
    }

    [Theory]
    [InlineData("x = {  #c\n  'a': 1}", "x = {  #c\n  'a': 1}")]
    [InlineData("x = {\n  'a': 1,  #c\n  'b': 2}", "'a': 1")]
    [InlineData("x = {\n  #c\n  'a': {\n  'b': 2}}", "'a': {\n  'b': 2}")]
    [InlineData("x = '''\n'''  #c", "x = '''\n'''")]
    [InlineData("#c\n\n# d\nf(a,\n  b)", "f(a,\n  b)")]
    public void Comments_speak_of_an_entry_or_a_statement(string text, string expected)
    {
        var tree = PythonOutline.Parse(text);
        Assert.Equal(expected, PythonValueTests.At(text, tree.ScopeOf(tree.Comments.First(comment => text[comment.Span.Start + 1] == 'c'))));
    }

    private static string At(string text, PythonDottedName name)
    {
        Assert.Equal(name.Text, PythonValueTests.At(text, name.Span).Replace(" ", "", StringComparison.Ordinal));
        return PythonValueTests.At(text, name.Span);
    }
}
