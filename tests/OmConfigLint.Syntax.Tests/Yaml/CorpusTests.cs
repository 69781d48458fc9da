using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>Every YAML file of the corpus, in every guise in which it could lie on a disk.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("as it is")]
    [InlineData("CRLF")]
    [InlineData("CR")]
    [InlineData("byte order mark")]
    [InlineData("no final line break")]
    public void Trees_are_exact(string guise)
    {
        var read = 0;
        foreach (var (path, original) in Corpus.Files(".yaml", ".yml"))
        {
            var text = Disguise(original, guise);
            try
            {
                if (YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error))
                {
                    read++;
                    TreeProperties.Check(tree);
                    TreeProperties.CheckScalarsReadAlone(tree);
                }
                else
                {
                    TreeProperties.Check(text, error);
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(path, e);
            }
        }

        Assert.True(read > 600, $"{read} files read");
    }

    [Fact]
    public void Line_breaks_do_not_change_values()
    {
        foreach (var (path, text) in Corpus.Files(".yaml", ".yml"))
        {
            if (!YamlTree.TryParseYaml(Disguise(text, "LF"), SyntaxLimits.Default, out var expected, out _))
                continue;
            foreach (var guise in new[] { "CRLF", "CR", "byte order mark" })
            {
                Assert.True(YamlTree.TryParseYaml(Disguise(text, guise), SyntaxLimits.Default, out var actual, out var error), $"{path} {guise} {error}");
                Assert.Equal(Values(expected), Values(actual));
            }
        }
    }

    private static string Disguise(string text, string guise) => guise switch
    {
        "LF" => text.ReplaceLineEndings("\n"),
        "CRLF" => text.ReplaceLineEndings("\r\n"),
        "CR" => text.ReplaceLineEndings("\r"),
        "byte order mark" => "\uFEFF" + text.ReplaceLineEndings("\n"),
        "no final line break" => text.TrimEnd('\r', '\n'),
        _ => text,
    };

    private static IEnumerable<string> Values(YamlTree tree) => tree.Documents.SelectMany(document => Values(document.Root));

    private static IEnumerable<string> Values(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Values(entry.Key).Concat(Values(entry.Value))),
        YamlSequence sequence => sequence.Items.SelectMany(Values),
        YamlScalar scalar => [scalar.Value],
        _ => [],
    };
}
