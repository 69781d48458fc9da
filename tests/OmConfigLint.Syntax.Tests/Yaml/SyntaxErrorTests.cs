using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>What a person is told about a text that is not YAML, and where. The angle quotes show the span.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("a: 1\n b«:» 2\n", "a `:` cannot stand here, this is inside a value already")]
    [InlineData("a: b«:» c\n", "a `:` cannot stand here, this is inside a value already")]
    [InlineData("a:\n  b: 1\n «c:» 2\n", "a key with a `:` was expected here, or less indentation")]
    [InlineData("a: 1\n«foo»\nb: 2\n", "a key with a `:` was expected here, or less indentation")]
    [InlineData("a:\n  - b\n «-» c\n", "a key with a `:` was expected here, or less indentation")]
    [InlineData("- a\n«b:» c\n", "an item with a `-` was expected here, or less indentation")]
    [InlineData("foo\nbar«:» 1\n", "a key cannot reach over several lines; the line before lacks a `:` or this one is indented too far")]
    [InlineData("a: «-» b\n", "an item with a `-` cannot start here")]
    [InlineData("a:\n  - «:» b\n", "a key is missing here")]
    [InlineData("- ? «:» b\n", "a key is missing here")]
    public void Structure(string marked, string message) => AssertError(marked, message);

    [Theory]
    [InlineData("a: «[»b\nc: d\n", "`[` is never closed")]
    [InlineData("a: «[»b, c\n", "`[` is never closed")]
    [InlineData("a: [b, «{»c: ']'\nd: e\n", "`{` is never closed")]
    [InlineData("a: [b]\nc:\n  - «{»d: e # }\nf: g\n", "`{` is never closed")]
    [InlineData("a: [1, 2«}»\n", "`,` or `]` was expected here")]
    [InlineData("a: {b: c«]»\n", "`,` or `}` was expected here")]
    [InlineData("a: «]»\n", "a value cannot start with `]`")]
    [InlineData("a: [\n«b,»\nc\n]\n", "text inside brackets must be indented more than the key that they belong to")]
    [InlineData("{\"a\"\n:&b\n\"c\"«d»}", "this cannot stand here")]
    public void Brackets(string marked, string message) => AssertError(marked, message);

    [Theory]
    [InlineData("a: «\"»x\nb: 1\n", "this quoted text goes on in a line that is not indented, or is never closed")]
    [InlineData("a: «\"»x", "`\"` is never closed")]
    [InlineData("a: «'»x\nb: 1\n", "`'` is never closed")]
    [InlineData("a: 'it'«s'»\n", "nothing but a comment can follow the value before this")]
    [InlineData("a: {{ b }}«-c»\n", "nothing but a comment can follow the value before this")]
    [InlineData("a: \"«\\q»\"\n", "`\\q` is no escape sequence")]
    [InlineData("a: \"«\\x»ZZ\"\n", "`\\x`, `\\u` and `\\U` need 2, 4 and 8 hexadecimal digits")]
    [InlineData("a: «\"\\uD800»\"\n", "an escape sequence in this text stands for no Unicode character")]
    [InlineData("a: \"\\UFFFFFFFF«\"»\n", "an escape sequence before this stands for no Unicode character")]
    [InlineData("a: «@»b\n", "plain text cannot start with `@`")]
    [InlineData("a: «`»b`\n", "plain text cannot start with a back-tick")]
    [InlineData("a: |«x»\n  b\n", "nothing but a comment can stand behind `|`")]
    public void Scalars(string marked, string message) => AssertError(marked, message);

    [Theory]
    [InlineData("a:\n«\t»b: 1\n", "a tab cannot be used for indentation")]
    [InlineData("a:\n  b: 1\n«\t»c: 2\n", "a tab cannot be used for indentation")]
    [InlineData("a: 1\nb: «\0»x\n", "the character U+0000 is not allowed in YAML")]
    [InlineData("a: «\u009F»\n", "the character U+009F is not allowed in YAML")]
    [InlineData("a: 😀\nb: «\uFFFE»\n", "the character U+FFFE is not allowed in YAML")]
    public void Characters(string marked, string message) => AssertError(marked, message);

    [Theory]
    [InlineData("a: «*b»\n", "no anchor of this name stands before this alias")]
    [InlineData("a: «*»\n", "this is no name for an alias")]
    [InlineData("a: &b «&c» 1\n", "a value cannot have two anchors")]
    [InlineData("a: «!b!c» 1\n", "no `%TAG` directive defines this tag's prefix")]
    [InlineData("a: «!![»\n", "this tag is no valid URI")]
    [InlineData("%TAG !e«!» \n---\na\n", "this `%TAG` directive has no prefix")]
    [InlineData("%YAML 3.0\n«---»\na\n", "only YAML 1.1 and 1.2 are understood")]
    [InlineData("\n«...»\n- a\n", "no document stands before this `...`")]
    [InlineData("--- |\n a\n«---b»\n", "this does not belong to what stands before it; only `---` can start another document")]
    public void Properties_and_directives(string marked, string message) => AssertError(marked, message);

    // A lone surrogate does not survive a test's name.
    [Fact]
    public void Lone_surrogate() => AssertError("a: «\uD83D» 😀\n", "the character U+D83D is not allowed in YAML");

    [Fact]
    public void Long_key() => AssertError(new string('k', 1100) + "«:» v\n", "a key cannot be longer than 1024 characters");

    [Fact]
    public void Byte_order_mark_shifts_the_place() => AssertError("\uFEFFa: b«:» c\n", "a `:` cannot stand here, this is inside a value already");

    private static void AssertError(string marked, string message)
    {
        var text = marked.Replace("«", string.Empty, StringComparison.Ordinal).Replace("»", string.Empty, StringComparison.Ordinal);
        Assert.False(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error));
        Assert.Null(tree);
        Assert.Equal(marked, text.Insert(error.Span.End, "»").Insert(error.Span.Start, "«"));
        Assert.Equal(message, error.Message);
        Assert.Equal(SyntaxErrorKind.Invalid, error.Kind);
    }
}
