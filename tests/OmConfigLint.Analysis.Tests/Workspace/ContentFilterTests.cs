using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Workspace;

public sealed class ContentFilterTests
{
    private static readonly ContentFilter One = new(["generateSampleData"]);
    private static readonly ContentFilter Many = new(["generateSampleData", "sourceConfig", "openmetadata/ingestion", "om", "confidence"]);

    [Theory]
    [InlineData("generateSampleData: true")]
    [InlineData("\"generateSampleData\": true")]
    [InlineData(@"""generateSample\u0044ata"": true")]
    [InlineData(@"""generateSample\x44ata"": true")]
    [InlineData(@"""generateSample\U00000044ata"": true")]
    [InlineData(@"""\u0067enerateSampleData"": true")]
    [InlineData(@"'C:\': 1, ""\u0067enerateSampleData"": true")]
    [InlineData(@"x: ""\\"", ""generate\u0053ampleData"": true")]
    [InlineData("? \"generate\\\n   SampleData\"\n: true")]
    [InlineData("? \"generate\\\r\n   SampleData\"\r\n: true")]
    public void Keeps_what_spells_a_marker(string text)
    {
        Assert.True(One.CanMatter(Encoding.UTF8.GetBytes(text)));
        Assert.True(Many.CanMatter(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: b")]
    [InlineData("generateSampleDat")]
    [InlineData("GENERATESAMPLEDATA: true")]
    [InlineData(@"generate\u0041SampleData")]
    [InlineData(@"""generateSample\u00e9ata \n \"" \\ C:\temp \x""")]
    [InlineData(@"""generateSample\\u0044ata""")]
    [InlineData(@"\")]
    [InlineData(@"a\u00")]
    public void Turns_away_what_does_not(string text) => Assert.False(One.CanMatter(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Knows_the_escaped_slash_of_JSON() => Assert.True(Many.CanMatter(@"{""image"": ""openmetadata\/ingestion""}"u8));

    [Fact]
    public void Keeps_what_may_be_UTF_16()
    {
        Assert.True(One.CanMatter(FileEncodings.GetBytes("a: b", FileEncoding.Utf16LittleEndian)));
        Assert.True(One.CanMatter(FileEncodings.GetBytes("a: b", FileEncoding.Utf16BigEndian)));
        Assert.True(One.CanMatter(Encoding.Unicode.GetBytes("generateSampleData")));
        Assert.True(One.CanMatter(Encoding.BigEndianUnicode.GetBytes("generateSampleData")));
    }

    [Fact]
    public void Finds_a_marker_at_any_place_of_a_long_file()
    {
        var text = new byte[40_000];
        var marker = "generateSampleData"u8;
        for (var place = 0; place + marker.Length <= text.Length; place += 37)
        {
            Array.Fill(text, (byte)'x');
            marker.CopyTo(text.AsSpan(place));
            Assert.True(One.CanMatter(text) && Many.CanMatter(text), $"at {place}");
        }
    }

    [Fact]
    public void Keeps_every_document_whose_keys_hold_a_marker_in_any_spelling()
    {
        var cases = Gen.Zip(Gen.ListOf(Gen.Choose(0, 5), 18), Gen.Elements("", "a: b\n", "'\\': 1\n", "x: \"\\\\\"\n", "# c:\\\n", "\"\\\"\": \\u\n"));
        Check.One(
            RandomCases.Of(500),
            Prop.ForAll(Arb.From(cases), item =>
            {
                var key = string.Concat("generateSampleData".Zip(item.Item1, Spell));
                var text = $"{item.Item2}? \"{key}\"\n: true\n";
                Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _), text);
                var mapping = Assert.IsType<YamlMapping>(tree.Documents[0].Root);
                Assert.Contains(mapping.Entries, entry => entry.Key is YamlScalar { Value: "generateSampleData" });
                Assert.True(One.CanMatter(Encoding.UTF8.GetBytes(text)), text);
                Assert.True(Many.CanMatter(Encoding.UTF8.GetBytes(text)), text);
            }));
    }

    [Fact]
    public void A_cut_never_divides_a_marker()
    {
        var cases = Gen.ListOf(Gen.Elements("\"", "\n", "\\\n  ", "\\\"", "\\\\", "x", " ", "\\u0044", "'", "\\\r\n"), 20).Select(string.Concat);
        Check.One(
            RandomCases.Of(500),
            Prop.ForAll(Arb.From(cases), text =>
            {
                foreach (var key in (string[])["generateSampleData", @"generate\u0053ampleData", "generate\\\n  SampleData"])
                {
                    var bytes = Encoding.UTF8.GetBytes($"{text}\n\"{key}\": {text}");
                    for (var length = 1; length <= bytes.Length; length++)
                    {
                        var cut = ContentFilter.LastCut(bytes.AsSpan(0, length));
                        Assert.True(One.CanMatter(bytes.AsSpan(0, cut)) || One.CanMatter(bytes.AsSpan(cut)), $"{text} cut at {cut} of {length}");
                    }
                }
            }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nwords")]
    [InlineData("é")]
    public void Refuses_markers_that_it_could_lose(string marker) => Assert.Throws<ArgumentException>(() => new ContentFilter([marker]));

    private static string Spell(char character, int how) => how switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
        2 => string.Create(CultureInfo.InvariantCulture, $"\\U{(int)character:x8}"),
        3 => $"\\\n   {character}",
        _ => $"{character}",
    };
}
