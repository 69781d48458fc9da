using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Syntax.Tests.Python;

public sealed class PythonValueTests
{
    [Theory]
    [InlineData("'a'", "«a»")]
    [InlineData("'a' \"b\"\\\n  r'\\c'", "«ab\\c»")]
    [InlineData("('a'\n  # c\n  'b')", "«ab»")]
    [InlineData("'a' + ('b' + \"c\")", "«abc»")]
    [InlineData("'\\x41\\101\\u0041\\U0001F600\\n\\d\\N{DASH}\\\\'", "«AA" + "A\\ud83d\\ude00␊\\d\uFFFD\\»")]
    [InlineData("b'\\x41\\u0041'", "b«A\\u0041»")]
    [InlineData("f'a{b}c{d!r}'", "«a___c_____»")]
    [InlineData("f'{{a}}'", "«{a}»")]
    [InlineData("'a' f'{b}' '{c}'", "«a___{c}»")]
    [InlineData("'host: ' + host + '\\n'", "«host: ____␊»")]
    [InlineData("textwrap.dedent('''\\\n  a:\n    b\n\n  c\n''')", "«a:␊  b␊␊c␊»")]
    [InlineData("dedent('''\n   \n\ta\n\t  b''')", "«␊␊a␊  b»")]
    [InlineData("dedent(f'''\n  {a}: 1\n    b: {c}\n  ''').strip()", "«___: 1␊  b: ___»")]
    [InlineData("inspect.cleandoc('''  a\n    b\n      c\n  ''')", "«a␊b␊  c»")]
    [InlineData("' a '.strip()", "«a»")]
    [InlineData("' a '.lstrip().rstrip(' ')", "«a»")]
    [InlineData("'xax'.strip('x')", "«a»")]
    [InlineData("'{a}'.format(a=1)", "<«{a}» then .format>.format(a=Number:1)")]
    [InlineData("'%s' % a", "?<«%s» then %, a>")]
    [InlineData("'a'[0]", "?<«a» then [, Number:0>")]
    [InlineData("'a' if b else 'c'", "?<«a», b, «c»>")]
    [InlineData("'a' * 2 + 'b'", "?<«a» then *, Number:2, «b»>")]
    [InlineData("''.strip()", "«»")]
    public void Strings(string expression, string expected) => Assert.Equal(expected, PythonOutline.OfValue(expression));

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{'a': 1, 'b': True, 'c': None,}", "{a: Number:1, b: True:True, c: None:None}")]
    [InlineData("{'a': {'b': [1, -2, x.y]}}", "{a: {b: List[Number:1, Number:-2, x.y]}}")]
    [InlineData("{'a' 'b': 1, k: 2, f'{x}': 3, 4: 5, **rest}", "{ab: Number:1, (k): Number:2, («___»): Number:3, (Number:4): Number:5, **rest}")]
    [InlineData("dict(a=1, b=dict(), **rest)", "dict(a=Number:1, b=dict(), **rest)")]
    [InlineData("dict({'a': 1}, b=2)", "dict({a: Number:1}, b=Number:2)")]
    [InlineData("{'a': lambda x, y: x, 'b': c if d else e}", "{a: ?<x, y, x>, b: ?<c, d, e>}")]
    [InlineData("{k: v for k, v in x}", "?<?<k, v, k, v, x>>")]
    [InlineData("[{'a': i} for i in x]", "?<?<{a: i}, i, x>>")]
    [InlineData("{1, 2}", "Set[Number:1, Number:2]")]
    [InlineData("()", "Tuple[]")]
    [InlineData("(1,)", "Tuple[Number:1]")]
    [InlineData("1, 2", "Tuple[Number:1, Number:2]")]
    [InlineData("[*a, b]", "List[*a, b]")]
    [InlineData("...", "Ellipsis:...")]
    [InlineData("not a", "?<a>")]
    [InlineData("a or {'b': 1}", "?<a, {b: Number:1}>")]
    public void Collections(string expression, string expected) => Assert.Equal(expected, PythonOutline.OfValue(expression));

    [Theory]
    [InlineData("f()", "f()")]
    [InlineData("a.b . c(1, *d, e=2, **g)", "a.b.c(Number:1, **d, e=Number:2, **g)")]
    [InlineData("f(a)(b)", "<f(a)>.(b)")]
    [InlineData("f(a).g(b).h", "?<<f(a)>.g(b)>")]
    [InlineData("f(x for x in y)", "f(?<x, x, y>)")]
    [InlineData("f(a == 1, b := 2)", "f(?<a, Number:1>, ?<b, Number:2>)")]
    [InlineData("x[f(1)]", "?<x, f(Number:1)>")]
    [InlineData("await f(1)", "?<f(Number:1)>")]
    public void Calls(string expression, string expected) => Assert.Equal(expected, PythonOutline.OfValue(expression));

    [Fact]
    public void Keyword_arguments_have_places()
    {
        const string Text = "KubernetesPodOperator(image='openmetadata/ingestion-base:1.5.4', task_id=\"x\")";
        var call = Assert.Single(PythonOutline.Parse(Text).Calls);
        Assert.Equal("image='openmetadata/ingestion-base:1.5.4'", At(Text, call["image"]!.Span));
        Assert.Equal("image", At(Text, call["image"]!.NameSpan!.Value));
        var image = Assert.IsType<PythonString>(call["image"]!.Value);
        Assert.Equal("1.5.4", At(Text, image.Text.ToSource(new(image.Text.Text.IndexOf(':', StringComparison.Ordinal) + 1, 5))));
        Assert.Null(call["name"]);
    }

    [Fact]
    public void Holes_know_their_place_and_expression()
    {
        const string Text = "x = f'host: {host!r:>{w}}\\nport: {port}'";
        var text = PythonOutline.Parse(Text).Strings.First();
        Assert.Equal(
            "{host!r:>{w}} host w|{port} port ",
            string.Join("|", text.Holes.Select(hole =>
                $"{At(Text, hole.Field.Span)} {PythonOutline.Of(hole.Field.Value)} {string.Join(" ", hole.Field.Specifiers.Select(PythonOutline.Of))}")));
        Assert.All(text.Holes, hole => Assert.Equal(new string('_', hole.Span.Length), text.Text.Text.Substring(hole.Span.Start, hole.Span.Length)));
    }

    internal static string At(string text, Microsoft.CodeAnalysis.Text.TextSpan span) => text.Substring(span.Start, span.Length);
}
