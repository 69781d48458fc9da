using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using RuleSet = OmConfigLint.Analysis.Diagnostics.RuleSet;

namespace OmConfigLint.Analysis.Tests.Diagnostics;

public sealed class FileAnalyzerTests
{
    private static readonly WordAnalyzer Bad = new("OM9001", "bad");
    private static readonly WordAnalyzer Worse = new("OM9002", "worse", DiagnosticSeverity.Error);

    [Fact]
    public void The_worst_come_first_then_the_first_in_the_file_then_the_lowest_id() => AssertFound(
        """
        a: bad
        b: worse
        c: [bad, worse, odd]
        """,
        Engine.Rules(new WordAnalyzer("OM9004", "odd"), new WordAnalyzer("OM9003", "odd"), new WordAnalyzer("OM9005", "worse", DiagnosticSeverity.Info), Bad, Worse),
        "2:4 error OM9002 `worse`",
        "3:10 error OM9002 `worse`",
        "1:4 warning OM9001 `bad`",
        "3:5 warning OM9001 `bad`",
        "3:17 warning OM9003 `odd`",
        "3:17 warning OM9004 `odd`",
        "2:4 info OM9005 `worse`",
        "3:10 info OM9005 `worse`");

    [Fact]
    public void Settings_grade_and_turn_off()
    {
        var settings = Engine.Settings(("OM9001", DiagnosticSeverity.Error), ("OM9002", DiagnosticSeverity.Hidden), ("OM0009", DiagnosticSeverity.Hidden));

        Assert.Equal("1:4 error OM9001 `bad`", Engine.Show(Engine.Analyze("a: bad\na: worse", Engine.Rules(Bad, Worse), settings).Findings));
    }

    [Fact]
    public void A_rule_that_is_off_does_not_run() => Assert.Empty(
        Engine.Analyze("a: b", Engine.Rules(new FailingAnalyzer("OM9004")), Engine.Settings(("OM9004", DiagnosticSeverity.Hidden))).Findings);

    [Fact]
    public void A_rule_that_does_not_concern_the_release_does_not_run() => AssertFound(
        "a: [bad, worse]",
        Engine.Rules(new WordAnalyzer("OM9001", "bad", since: "1.6.0"), new WordAnalyzer("OM9002", "worse", since: "1.6.4")),
        "1:5 warning OM9001 `bad`");

    [Fact]
    public void A_rule_that_throws_is_said_and_the_others_go_on() => AssertFound(
        "# a comment\na: bad\n--- # another document\nb: worse",
        Engine.Rules(Bad, new FailingAnalyzer("OM9004"), Worse),
        "2:1 error OM0001 rule OM9004 `failing` failed inside omlint (InvalidOperationException) and was not evaluated for this document",
        "4:1 error OM0001 rule OM9004 `failing` failed inside omlint (InvalidOperationException) and was not evaluated for this document",
        "4:4 error OM9002 `worse`",
        "2:4 warning OM9001 `bad`");

    [Fact]
    public void A_document_that_cannot_be_recognised_because_that_throws_is_said()
    {
        var rules = Engine.Rules(Bad) with { Bind = document => document.Index == 1 ? throw new InvalidOperationException("with a secret") : [document] };

        AssertFound(
            "a: bad\n---\na: bad\n---\na: bad",
            rules,
            "3:1 error OM0001 omlint failed inside (InvalidOperationException) and did not look at this document",
            "1:4 warning OM9001 `bad`",
            "5:4 warning OM9001 `bad`");
    }

    [Fact]
    public void A_key_that_is_written_twice_is_said_where_it_has_no_effect()
    {
        var findings = Engine.Analyze("a: 1\nb: { c: 1, c: 2, 'c': 3 }\n\"a\": 2\n<<: {}\n<<: {}\n", Engine.Rules()).Findings;

        Assert.Equal(
            """
            1:1 warning OM0009 `a` is written again below; the loader keeps only the last one
            2:6 warning OM0009 `c` is written again below; the loader keeps only the last one
            2:12 warning OM0009 `c` is written again below; the loader keeps only the last one
            """,
            Engine.Show(findings));
        Assert.Equal([(2, 0), (1, 17), (1, 17)], findings.Select(finding => (finding.Related[0].Lines.Start.Line, finding.Related[0].Lines.Start.Character)));
    }

    [Fact]
    public void The_same_key_in_different_places_is_no_duplicate() => AssertFound(
        "a: { b: 1 }\nc: { b: 1 }\n---\na: 1\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"k{i}: 1\n")), Engine.Rules());

    [Fact]
    public void A_duplicate_among_many_keys_is_found() => AssertFound(
        string.Concat(Enumerable.Range(0, 40).Select(i => $"k{i % 39}: 1\n")),
        Engine.Rules(),
        "1:1 warning OM0009 `k0` is written again below; the loader keeps only the last one");

    [Theory]
    [InlineData('\u0085', "U+0085")]
    [InlineData('\u2028', "U+2028")]
    [InlineData('\u2029', "U+2029")]
    public void An_unusual_line_break_is_said(char character, string name) => AssertFound(
        $"a: 1 # text{character}b: 2",
        Engine.Rules(),
        $"1:12 warning OM0010 the character {name} breaks the line for OpenMetadata's loader but not in an editor");

    [Theory]
    [InlineData("a:\n{% if x %}  b: 1\n{% endif %}", "2:1")]
    [InlineData("a:\n{% if x %}\n  b: 1\n", "2:1")]
    [InlineData("a: 1\n{{- if x }}\nb: [\n{{- end }}", "3:4")]
    [InlineData("<% x %>: [", "1:1")]
    [InlineData("{# comment #}\na: [", "2:4")]
    public void A_template_that_cannot_be_read_is_a_note(string text, string place) => AssertFound(
        text, Engine.Rules(), $"{place} info OM0004 the file is a template that cannot be read before it is rendered, and was not analysed");

    [Theory]
    [InlineData("a: '{{ b }}'\nc: bad", "2:4")]
    [InlineData("a: {{ b }}\nc: bad", "2:4")]
    [InlineData("a: 1\n{% if b %}\nc: bad\n{% endif %}", "3:4")]
    [InlineData("{% for x in y %}\na{{ x }}: {{ x }}\n{% endfor %}\nc: bad", "4:4")]
    public void A_template_is_analysed_between_its_expressions(string text, string place) =>
        AssertFound(text, Engine.Rules(Bad), $"{place} warning OM9001 `bad`");

    [Fact]
    public void What_a_rule_says_it_did_not_evaluate_is_one_note_for_the_file() => AssertFound(
        "a: $X\nb: 1\nc: $Y\n",
        Engine.Rules(new UnevaluatedAnalyzer()),
        "1:4 info OM0014 the file was analysed in part: the value is not known");

    [Fact]
    public void Keys_of_different_branches_are_no_duplicates() =>
        AssertFound("{% if a %}\nb: 1\n{% else %}\nb: 2\n{% endif %}\nc: bad", Engine.Rules(Bad), "6:4 warning OM9001 `bad`");

    [Fact]
    public void Keys_of_one_branch_are() => AssertFound(
        "{% if a %}\nb: 1\nb: 2\n{% endif %}", Engine.Rules(), "2:1 warning OM0009 `b` is written again below; the loader keeps only the last one");

    [Fact]
    public void What_is_no_YAML_is_an_error() =>
        Assert.Equal(("OM0003", DiagnosticSeverity.Error), IdAndSeverity(Engine.Analyze("a: b: c", Engine.Rules(Bad))));

    [Fact]
    public void What_is_no_JSON_is_an_error() =>
        Assert.Equal(("OM0003", DiagnosticSeverity.Error), IdAndSeverity(Engine.Analyze("{ \"a\": 1, }", Engine.Rules(Bad), path: "a.json")));

    [Fact]
    public void What_goes_beyond_a_limit_is_a_warning() =>
        Assert.Equal(("OM0005", DiagnosticSeverity.Warning), IdAndSeverity(Engine.Analyze("a: " + new string('[', 600), Engine.Rules(Bad))));

    [Fact]
    public void What_cannot_be_parsed_can_be_turned_off() =>
        Assert.Empty(Engine.Analyze("a: b: c", Engine.Rules(Bad), Engine.Settings(("OM0003", DiagnosticSeverity.Hidden))).Findings);

    [Fact]
    public void A_file_without_anything_known_is_not_relevant()
    {
        var analysis = Engine.Analyze("- bad\n- a: 1\n  a: 2\n# omlint: ignore[nothing]", Engine.Rules(Bad));

        Assert.False(analysis.IsRelevant);
        Assert.Empty(analysis.Findings);
    }

    [Fact]
    public void Documents_that_are_not_known_are_left_in_peace() =>
        AssertFound("- bad\n---\na: bad\n---\nbad", Engine.Rules(Bad), "3:4 warning OM9001 `bad`");

    private static (string Id, DiagnosticSeverity Severity) IdAndSeverity(FileAnalysis analysis)
    {
        var finding = Assert.Single(analysis.Findings);
        Assert.True(analysis.IsRelevant);
        return (finding.Rule.Id, finding.Severity);
    }

    private static void AssertFound(string text, RuleSet rules, params string[] findings) =>
        Assert.Equal(string.Join('\n', findings), Engine.Show(Engine.Analyze(text, rules).Findings));
}
