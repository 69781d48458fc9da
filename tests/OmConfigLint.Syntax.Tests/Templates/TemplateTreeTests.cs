using System.Diagnostics.CodeAnalysis;
using OmConfigLint.Syntax.Templates;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Templates;

public sealed class TemplateTreeTests
{
    private const TemplateMarks Engines = TemplateMarks.Braces | TemplateMarks.Angles;

    [Theory]
    [InlineData("a: {{ b }}", "a: ·······")]
    [InlineData("a: \"x{{ b }}y\"", "a: \"x·······y\"")]
    [InlineData("a: {{ {'b': {}} }}", "a: ···············")]
    [InlineData("a: {{ \"}}\" }} # c", "a: ·········· # c")]
    [InlineData("{{ a }}: 1", "·······: 1")]
    [InlineData("{% if a %}\nb: 1\n{% else %}\nb: 2\n{% endif %}\n", "          \nb: 1\n          \nb: 2\n#          \n")]
    [InlineData("a: |\n  {{ b }}: 1\n{{- if c }}\n  d: 1\n{{- end }}\ne: 1", "a: |\n  ·······: 1\n           \n  d: 1\n#         \ne: 1")]
    [InlineData("b: 1 {# c #}\n", "b: 1        \n")]
    [InlineData("{# a\n b #}\nc: 1", "    \n     \nc: 1")]
    [InlineData("a: {% if b %}1{% else %}2{% endif %}\nc: 3", "a: ·································\nc: 3")]
    [InlineData("a: [{% for b in c %}{{ b }},{% endfor %}]", "a: [····································]")]
    [InlineData("{% if a %}b: 1{% endif %}\nc: 2", "                         \nc: 2")]
    [InlineData("a: 1\n{{ toYaml .b }}\n", "a: 1\n               \n")]
    [InlineData("a:\n  {{- range .b }}\n  - {{ . }}\n  {{- end }}\n", "a:\n                 \n  - ·······\n  #         \n")]
    [InlineData("a: {{- range .b }}\n  - {{ . }}\n{{- end }}\n", "a:                \n  - ·······\n#         \n")]
    [InlineData("{{/* a\n}} */}}\nb: 1", "      \n       \nb: 1")]
    [InlineData("{{- $x := 1 }}\na: {{ $x }}", "              \na: ········")]
    [InlineData("{% set x = 1 %}\na: 1", "               \na: 1")]
    [InlineData("{% raw %}\na: '{{ b }}'\n{% endraw %}", "         \na: '{{ b }}'\n#           ")]
    [InlineData("{{- if .a -}}\nb: 1\n{{- end -}}\n", "             \nb: 1\n#          \n")]
    [InlineData("{{#if a}}\nb: {{c}}\n{{/if}}", "         \nb: ·····\n#      ")]
    [InlineData("<% if a %>\nb: <%= c %>\n<% end %>", "          \nb: ········\n#        ")]
    [InlineData("<% a.each do |b| %>\n- <%= b %>\n<% end %>", "                   \n- ········\n#        ")]
    [InlineData("{% if a %}  b: 1\n{% endif %}\n", null)]
    [InlineData("{% if a %}\nb: 1\n", null)]
    [InlineData("a: 1\n{%- if b -%}\nc: 2\n{% endif %}\n", null)]
    [InlineData("a: {% if b %}1\n{% endif %}\n", null)]
    [InlineData("a: 1", null)]
    public void Regions_are_put_out_of_sight(string template, string? document) => AssertMasked(Engines, template, document);

    [Theory]
    [InlineData("a: ${b}", "a: ····")]
    [InlineData("a: ${f({b = \"}\"})} c", "a: ··············· c")]
    [InlineData("%{ if a ~}\nb: 1\n%{ endif ~}\n", "          \nb: 1\n#          \n")]
    [InlineData("a: $${b} ${c}", "a: $${b} ····")]
    public void Terraform(string template, string document) => AssertMasked(TemplateMarks.Terraform, template, document);

    [Theory]
    [InlineData("a: [${B}, ${C:-x}]", "a: [····, ·······]")]
    [InlineData("a: $B", null)]
    public void Variables(string template, string? document) => AssertMasked(TemplateMarks.Variables, template, document);

    [Theory]
    [InlineData("a: $B ${C} `d` $(e \"f)\") \\$g", "a: ·· ···· ··· ········· \\$g")]
    public void A_shell(string template, string document) => AssertMasked(TemplateMarks.Shell, template, document);

    [Theory]
    [InlineData("a: <b: c>", "a: ······")]
    [InlineData("a: @B@", "a: ···")]
    public void Placeholders(string template, string document) => AssertMasked(TemplateMarks.Placeholders, template, document);

    [Fact]
    public void Stand_ins_are_told_apart_and_restored()
    {
        var tree = Parse("a: {{ b }}\nc: {{ d }}\n");
        Assert.Equal("x {{ d }} y {{ b }}", tree.Restore($"x {tree.Inner.Text[14..21]} y {tree.Inner.Text[3..10]}"));
    }

    [Fact]
    public void A_stand_in_is_no_character_of_the_text()
    {
        var tree = Parse("a: {{ b }}\nc: \uE000\n");
        Assert.Equal('\uE001', tree.Inner.Text[3]);
        Assert.Equal("\uE000", tree.Restore("\uE000"));
    }

    [Fact]
    public void Branches()
    {
        const string Text = "a: 1\n{% if x %}\nb: 1\n{% if y %}\nc: 1\n{% endif %}\nd: 1\n{% else %}\ne: 1\n{% endif %}\nf: 1\n";
        var tree = Parse(Text);
        Assert.Equal(0, Branch("a"));
        Assert.Equal(0, Branch("f"));
        Assert.Equal(Branch("b"), Branch("d"));
        Assert.NotEqual(Branch("b"), Branch("e"));
        Assert.True(tree.IsIn(Branch("c"), Branch("b")));
        Assert.False(tree.IsIn(Branch("c"), Branch("e")));
        Assert.True(tree.IsIn(Branch("c"), 0));

        int Branch(string key) => tree.BranchAt(Text.IndexOf(key + ":", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_prefix_is_read_or_refused()
    {
        const string Text = "{{- if .a -}}\nb: {{ \"c\" }}\n{{/* d */}}\n{% for e in f %}\n- {{ {'g': 1} }}\n{% endfor %}\n<%= h %>\n${i} %{ if j }k%{ endif } @l@ <m> $(n) `o`\n{{- end }}\n";
        foreach (var marks in (TemplateMarks[])[Engines, TemplateMarks.Terraform, TemplateMarks.Variables | TemplateMarks.Placeholders, TemplateMarks.Shell, (TemplateMarks)63])
        {
            for (var length = 0; length <= Text.Length; length++)
            {
                var prefix = Text[..length];
                if (TemplateTree.TryParse(prefix, marks, isFree: false, Read, out var tree, out var error))
                    Assert.Equal(prefix.Length, tree.Inner.Text.Length);
                else
                    Assert.InRange(error.Span.End, 0, prefix.Length);
            }
        }
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{{{ ")]
    [InlineData("{% a %}")]
    [InlineData("{{ a }}")]
    [InlineData("{# ")]
    [InlineData("<% if %>")]
    [InlineData("{% if a %}")]
    public void Hostile_texts_take_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        TemplateTree.TryParse(text, Engines, isFree: false, Read, out _, out _);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    private static void AssertMasked(TemplateMarks marks, string template, string? document)
    {
        string? masked = null;
        TemplateTree.TryParse(template, marks, isFree: false, Keep, out _, out _);
        Assert.Equal(document, masked is null ? null : string.Concat(masked.Select(c => StandIns.AreIn([c]) ? '·' : c)));

        bool Keep(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error)
        {
            masked = text;
            return Read("", out tree, out error);
        }
    }

    private static TemplateTree Parse(string text)
    {
        Assert.True(TemplateTree.TryParse(text, Engines, isFree: false, Read, out var tree, out var error), error?.Message);
        return tree;
    }

    private static bool Read(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        var isRead = YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var yaml, out error);
        tree = yaml;
        return isRead;
    }
}
