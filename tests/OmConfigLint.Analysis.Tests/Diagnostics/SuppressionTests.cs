using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Fixing;
using RuleSet = OmConfigLint.Analysis.Diagnostics.RuleSet;

namespace OmConfigLint.Analysis.Tests.Diagnostics;

/// <summary>What is left of the findings of two rules, OM9001 about the word `bad` and OM9002 about the word `worse`.</summary>
public sealed class SuppressionTests
{
    private static readonly RuleSet Rules = Engine.Rules(new WordAnalyzer("OM9001", "bad"), new WordAnalyzer("OM9002", "worse"));

    [Fact]
    public void A_trailing_comment_covers_its_line() => AssertLeft(
        """
        a: bad # omlint: ignore[OM9001] -- needed by another tool
        b: bad
        """,
        "2:4 warning OM9001 `bad`");

    [Fact]
    public void A_comment_of_its_own_line_covers_the_next_node() => AssertLeft(
        """
        # omlint: ignore[OM9001]
        a: bad
        b: bad
        """,
        "3:4 warning OM9001 `bad`");

    [Fact]
    public void Comments_stack_and_blank_lines_do_not_matter() => AssertLeft("""
        # omlint: ignore[OM9001]

        # both are needed
        # omlint: ignore[OM9002]
        a: [bad, worse]
        """);

    [Fact]
    public void A_comment_covers_all_below_its_node() => AssertLeft(
        """
        a:
          # omlint: ignore[OM9001]
          b:
            c: bad
            d:
              - bad
              - e: bad
          f: bad
        g: # omlint: ignore[OM9001]
          - bad
        h: bad
        """,
        "8:6 warning OM9001 `bad`",
        "11:4 warning OM9001 `bad`");

    [Fact]
    public void A_comment_covers_an_item_of_a_sequence() => AssertLeft(
        """
        # omlint: ignore[OM9001]
        - a: bad
          b: bad
        - bad # omlint: ignore[OM9001]
        # omlint: ignore[OM9001]
        - bad
        - bad
        """.Replace("\n", "\n  ", StringComparison.Ordinal).Insert(0, "list:\n  "),
        "8:5 warning OM9001 `bad`");

    [Fact]
    public void A_comment_at_the_first_column_covers_an_indented_node() => AssertLeft(
        """
        a:
          b: bad
        # omlint: ignore[OM9001]
          c: bad
        """,
        "2:6 warning OM9001 `bad`");

    [Fact]
    public void A_comment_inside_a_flow_collection_covers_its_line() => AssertLeft(
        """
        a: { b: bad,
             c: bad, # omlint: ignore[OM9001]
             d: bad }
        """,
        "1:9 warning OM9001 `bad`",
        "3:9 warning OM9001 `bad`");

    [Fact]
    public void A_file_can_be_covered_as_a_whole_from_anywhere() => AssertLeft(
        """
        a: bad
        b: worse
        ---
        c: bad
        # omlint: ignore-file[OM9001]
        """,
        "2:4 warning OM9002 `worse`");

    [Fact]
    public void Several_rules_fit_in_one_comment_by_id_or_name_in_any_case() => AssertLeft("""
        a: [bad, worse] # omlint: ignore[om9001, no-worse]
        """);

    [Theory]
    [InlineData("#omlint:ignore[OM9001]")]
    [InlineData("##  omlint:  ignore [ OM9001 ]  -- why")]
    [InlineData("# omlint: ignore[OM9001] until=2026-11-24")]
    [InlineData("# omlint: ignore[OM9001]\tuntil=2026-11-24\t-- why")]
    [InlineData("# omlint: ignore[OM9001] -- holds until=forever")]
    public void Blanks_do_not_matter(string comment) => AssertLeft($"a: bad {comment}");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_matter(string lineEnd) => AssertLeft(
        "# omlint: ignore[OM9001]\na: bad\nb: bad # omlint: ignore[OM9001]\nc: bad\n".Replace("\n", lineEnd, StringComparison.Ordinal),
        "4:4 warning OM9001 `bad`");

    [Fact]
    public void An_unknown_rule_is_said_and_the_others_count() => AssertLeft(
        "a: bad # omlint: ignore[OM9O01, OM9001, sampling]",
        "1:25 warning OM0006 `OM9O01` is no rule of omlint; did you mean `OM9001`?",
        "1:41 warning OM0006 `sampling` is no rule of omlint");

    [Theory]
    [InlineData("# omlint: ignore", "the suppression names no rule in brackets, as in `ignore[OM1001]`")]
    [InlineData("# omlint: ignore OM9001", "the suppression names no rule in brackets, as in `ignore[OM1001]`")]
    [InlineData("# omlint: ignore[OM9001", "the suppression names no rule in brackets, as in `ignore[OM1001]`")]
    [InlineData("# omlint: ignore[, ]", "the suppression names no rule between its brackets")]
    [InlineData("# omlint: disable[OM9001]", "`omlint:` is followed by neither `ignore[…]` nor `ignore-file[…]`")]
    [InlineData("# omlint: ignore[OM9001] until=tomorrow", "`until=tomorrow` is not a date of the form `until=2027-01-31`")]
    [InlineData("# omlint: ignore[OM9001] till=2027-01-31", "`till=2027-01-31` means nothing here; a suppression ends with `until=2027-01-31`")]
    public void A_malformed_comment_is_said_and_does_nothing(string comment, string message) =>
        AssertLeft($"a: bad {comment}", "1:4 warning OM9001 `bad`", $"1:8 warning OM0006 {message}");

    [Theory]
    [InlineData(' ')]
    [InlineData('\t')]
    public void A_comment_whose_time_is_over_is_said_and_does_nothing(char blank) => AssertLeft(
        $"a: bad # omlint: ignore[OM9001]{blank}until=2026-11-23{blank}-- why",
        "1:4 warning OM9001 `bad`",
        "1:8 warning OM0006 the suppression held until 2026-11-23 and is over");

    [Fact]
    public void Other_comments_are_left_in_peace() => AssertLeft(
        """
        a: bad # see omlint: ignore[OM9001]
        b: "# omlint: ignore"
        """,
        "1:4 warning OM9001 `bad`");

    [Fact]
    public void An_unused_suppression_is_said_with_the_rule_that_is_not_needed() => AssertLeft(
        """
        # omlint: ignore-file[OM9002]
        a: bad # omlint: ignore[OM9001, OM9002]
        b: fine # omlint: ignore[OM9001]
        # omlint: ignore[OM9001]
        """,
        "1:23 warning OM0007 OM9002 `no-worse` finds nothing here that this comment would have to suppress",
        "2:33 warning OM0007 OM9002 `no-worse` finds nothing here that this comment would have to suppress",
        "3:26 warning OM0007 OM9001 `no-bad` finds nothing here that this comment would have to suppress",
        "4:18 warning OM0007 OM9001 `no-bad` finds nothing here that this comment would have to suppress");

    [Fact]
    public void A_suppression_of_a_rule_that_is_off_is_not_unused()
    {
        var analysis = Engine.Analyze("a: fine # omlint: ignore[OM9001]", Rules, Engine.Settings(("OM9001", DiagnosticSeverity.Hidden)));

        Assert.Empty(analysis.Findings);
    }

    [Fact]
    public void A_suppression_of_a_rule_that_does_not_concern_the_release_is_not_unused() => Assert.Empty(
        Engine.Analyze("a: bad # omlint: ignore[OM9003]", Engine.Rules(new WordAnalyzer("OM9003", "bad", since: "1.7.0"))).Findings);

    [Fact]
    public void A_suppression_of_a_rule_that_failed_is_not_unused() => Assert.Equal(
        ["OM0001"], Engine.Analyze("a: bad # omlint: ignore[OM9004]", Engine.Rules(new FailingAnalyzer("OM9004"))).Findings.Select(finding => finding.Rule.Id));

    [Fact]
    public void Rules_about_omlint_itself_can_be_suppressed() => AssertLeft("""
        a: 1 # omlint: ignore[duplicate-key]
        a: 2
        """);

    [Fact]
    public void Suppressed_findings_are_kept_with_the_first_reason_that_is_given()
    {
        var analysis = Engine.Analyze(
            """
            # omlint: ignore-file[OM9001]
            a: bad
            b: [bad, worse] # omlint: ignore[OM9001, OM9002] -- needed by another tool
            c: worse
            """,
            Rules);

        Assert.Equal("4:4 warning OM9002 `worse`", Engine.Show(analysis.Findings));
        Assert.Equal(
            [
                "2:4 warning OM9001 `bad` InSource: ",
                "3:5 warning OM9001 `bad` InSource: needed by another tool",
                "3:10 warning OM9002 `worse` InSource: needed by another tool",
            ],
            analysis.Suppressed.Select(item => $"{Engine.Show([item.Finding])} {item.Kind}: {item.Justification}"));
    }

    [Fact]
    public void A_fix_that_would_mend_a_suppressed_finding_too_is_not_safe()
    {
        var shared = new ConfigFix("removes both", FixSafety.Safe, [], []);
        var rules = Engine.Rules(new WordAnalyzer("OM9001", "bad", fix: (_, _) => shared));

        var finding = Assert.Single(Engine.Analyze("a: bad # omlint: ignore[OM9001]\nb: bad", rules).Findings);

        Assert.Equal((FixSafety.Unsafe, "a finding that it would mend as well is suppressed"), (finding.Fix!.Safety, finding.Fix.Reason));
    }

    private static void AssertLeft(string text, params string[] findings) =>
        Assert.Equal(string.Join('\n', findings), Engine.Show(Engine.Analyze(text, Rules).Findings.OrderBy(finding => finding.Span.Start)));
}
