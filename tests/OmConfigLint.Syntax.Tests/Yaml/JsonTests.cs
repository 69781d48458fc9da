using System.Text;
using System.Text.Json;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

public sealed class JsonTests
{
    [Fact]
    public void Json_becomes_flow_collections_with_exact_spans() =>
        Assert.Equal(
            """
            Flow mapping «{ "a" : [1, -2.5e3, true, null],␊␉"é😀": {}, "a": "\u00e9\n" }»
              key DoubleQuoted «"a"»
              value Flow sequence «[1, -2.5e3, true, null]»
                item Plain «1»
                item Plain «-2.5e3»
                item Plain «true»
                item Plain «null»
              key DoubleQuoted «"é😀"»
              value Flow mapping «{}»
              key DoubleQuoted «"a"»
              value DoubleQuoted «"\u00e9\n"»
            """,
            Outline.OfJson("{ \"a\" : [1, -2.5e3, true, null],\n\t\"é😀\": {}, \"a\": \"\\u00e9\\n\" }\n"));

    [Theory]
    [InlineData("1", YamlScalarType.Integer)]
    [InlineData("1e5", YamlScalarType.Float)]
    [InlineData("1.0", YamlScalarType.Float)]
    [InlineData("true", YamlScalarType.Boolean)]
    [InlineData("null", YamlScalarType.Null)]
    [InlineData("\"true\"", YamlScalarType.String)]
    public void Types_are_those_of_json(string text, YamlScalarType type) => Assert.Equal(type, ((YamlScalar)Root(text)).ResolvedType);

    [Theory]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"a\\u00E9b\\ud83d\\ude00c\"", "aébc")]
    public void Escapes_are_resolved(string text, string value) =>
        Assert.Equal(value.Replace("bc", "b😀c", StringComparison.Ordinal), Root(text).ToString());

    [Fact]
    public void Lone_surrogates_are_kept()
    {
        Assert.Equal("\uD800", Root("\"\\ud800\"").ToString());
        Assert.Equal("\uD800", Root("\"\uD800\"").ToString());
    }

    [Theory]
    [InlineData("", "a value was expected here")]
    [InlineData("{\"a\": 1,«}»", "a name in double quotes was expected here")]
    [InlineData("«{»\"a\": [1]", "`{` is never closed")]
    [InlineData("{\"a\": «[»1, ", "`[` is never closed")]
    [InlineData("{\"é😀\": «\"»b}", "`\"` is never closed")]
    [InlineData("{\"a\" «1}»", "`:` was expected here")]
    [InlineData("{\"a\": 1 «\"b\":» 2}", "`,` or `}` was expected here")]
    [InlineData("[1 «2]»", "`,` or `]` was expected here")]
    [InlineData("[«yes]»", "a value was expected here: text in double quotes, a number, `true`, `false` or `null`")]
    [InlineData("[1, «]»", "a value was expected here")]
    [InlineData("{«a:» 1}", "a name in double quotes was expected here")]
    [InlineData("[«True]»", "a value was expected here")]
    [InlineData("[0«1]»", "`,` or `]` was expected here")]
    [InlineData("[«1.»]", "this is no JSON number")]
    [InlineData("{\"a\": 1} «//» c", "JSON has no comments")]
    [InlineData("1 «2»", "nothing can follow the first value")]
    [InlineData("\"a\n\"", "a control character cannot stand inside a text; it must be escaped")]
    [InlineData("\"«\\x»\"", "this is no escape sequence of JSON")]
    public void Broken_json_has_one_error(string marked, string message)
    {
        var text = marked.Replace("«", string.Empty, StringComparison.Ordinal).Replace("»", string.Empty, StringComparison.Ordinal);
        Assert.False(YamlTree.TryParseJson(text, SyntaxLimits.Default, out _, out var error));
        Assert.Equal(message, error.Message);
        if (marked != text)
            Assert.Equal(marked, text.Insert(error.Span.End, "»").Insert(error.Span.Start, "«"));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        Assert.False(YamlTree.TryParseJson(new string('[', 100_000), SyntaxLimits.Default, out _, out var error));
        Assert.Equal(new SyntaxError(new(500, 1), "more than 500 collections are nested here", SyntaxErrorKind.LimitReached), error);
    }

    [Fact]
    public void Byte_order_mark_is_a_piece()
    {
        Assert.True(YamlTree.TryParseJson("\uFEFF[]", SyntaxLimits.Default, out var tree, out _));
        Assert.True(tree.IsJson);
        Assert.Equal(YamlPieceKind.ByteOrderMark, tree.Pieces().First().Kind);
        Assert.Equal(1, tree.Documents[0].Root.Span.Start);
    }

    [Fact]
    public void Real_files_are_read_as_the_framework_reads_them()
    {
        var files = Corpus.Files(".json").ToList();
        Assert.NotEmpty(files);
        foreach (var (path, text) in files)
        {
            var isRead = YamlTree.TryParseJson(text, SyntaxLimits.Default, out var tree, out var error);
            Assert.True(IsJson(text) == isRead, path);
            if (tree is not null)
                TreeProperties.Check(tree);
            else
                TreeProperties.Check(text, error!);
        }
    }

    internal static bool IsJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), new JsonReaderOptions { MaxDepth = 500 });
            while (reader.Read())
            {
                // Reading is the check.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static YamlNode Root(string text)
    {
        Assert.True(YamlTree.TryParseJson(text, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree.Documents[0].Root;
    }
}
