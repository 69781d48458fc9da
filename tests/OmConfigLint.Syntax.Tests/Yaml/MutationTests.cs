using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>Any text ends in an exact tree or in one error.</summary>
public sealed class MutationTests
{
    private static readonly string[] Seeds =
    [
        "# c\nsource:\n  type: mysql # c\n  list:\n  - a\n  - 'b''c'\n  - \"d\\n\\u00e9\"\n  map: {x: [1, 2], y: }\n  text: |\n    one\n\n    two\nsink:\n",
        "%YAML 1.1\n--- &a !!map\nk: &b >-\n  folded\n  text\n? complex\n: *b\n<<: {m: n}\n...\n--- [p: q, ? r : s]\n",
        "{\"source\": {\"type\": \"mysql\", \"on\": true, \"n\": -1.5e3}, \"list\": [null, \"\\u00e9\\\"\", {}]}",
        "- - a\n  - b: c\n    d:\n    - e\n-\n- !t &x\n  f: g\n- plain\n  more\n",
    ];

    private static readonly string[] Snippets =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "? ", "?", "#", " #", "&a ", "*a", "*b", "!t ", "!!str ", "!<", "|\n", "> ", "'", "\"", "\\", "\n", "\r\n",
        "\r", "\t", " ", "  ", "\u0085", "\u2028", "\uFEFF", "\n---\n", "\n...\n", "%", "\n%TAG ! x\n", "\0", "😀", "\uD800", "@", "`", ",", "<<: *a\n",
        "\n:", "\"x\"y",
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
            from mutations in Gen.ListOf(mutation, 4)
            select mutations.Aggregate(seed, (text, mutate) => mutate(text));

        Check.One(
            RandomCases.Of(20_000),
            Prop.ForAll(texts.ToArbitrary(), text =>
            {
                if (YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var yaml, out var error))
                    TreeProperties.Check(yaml);
                else
                    TreeProperties.Check(text, error);

                Assert.Equal(JsonTests.IsJson(text), YamlTree.TryParseJson(text, SyntaxLimits.Default, out var json, out error));
                if (json is not null)
                    TreeProperties.Check(json);
                else
                    TreeProperties.Check(text, error!);
            }));
    }

    [Fact]
    public void Every_beginning_of_a_text_is_read_or_refused()
    {
        foreach (var seed in Seeds)
        {
            for (var length = 0; length <= seed.Length; length++)
            {
                var text = seed[..length];
                if (YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error))
                    TreeProperties.Check(tree);
                else
                    TreeProperties.Check(text, error);
            }
        }
    }
}
