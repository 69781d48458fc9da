using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Analysis.Tests.Fixing;

public sealed class FixLoopTests
{
    private static readonly WordAnalyzer BadToGood = new("OM9001", "bad", fix: (context, scalar) => Fixes.Replace(context, scalar, "good"));

    [Fact]
    public void Fixes_what_is_safe() => AssertFixed(
        "a: bad # why\nb: worse\n",
        FixSafety.Safe,
        """
        fixed 1
        === a.yaml
        a: good # why
        b: worse

        === left
        2:4 warning OM9002 `worse`
        """,
        BadToGood,
        new WordAnalyzer("OM9002", "worse", fix: (context, scalar) => Fixes.Replace(context, scalar, "good", isUnsafe: true)));

    [Fact]
    public void Fixes_what_is_unsafe_if_asked_to_and_never_what_is_advice() => AssertFixed(
        "a: bad\nb: worse\nc: worst\n",
        FixSafety.Unsafe,
        """
        fixed 2
        === a.yaml
        a: good
        b: good
        c: worst

        === left
        3:4 warning OM9003 `worst`
        """,
        BadToGood,
        new WordAnalyzer("OM9002", "worse", fix: (context, scalar) => Fixes.Replace(context, scalar, "good", isUnsafe: true)),
        new WordAnalyzer("OM9003", "worst", fix: (_, _) => ConfigFix.Manual("write something better")));

    [Fact]
    public void Fixes_as_many_as_there_are() => AssertFixed(
        string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i}: bad\n")),
        FixSafety.Safe,
        "fixed 30\n=== a.yaml\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"k{i}: good\n")),
        BadToGood);

    [Fact]
    public void Counts_all_findings_of_a_shared_fix() => AssertFixed(
        "a: bad\nb: bad\nc: 1\n",
        FixSafety.Safe,
        "fixed 2\n=== a.yaml\nc: 1\n",
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) => context.Share("both", () =>
        {
            var builder = new FixBuilder("removes both");
            foreach (var entry in scalar.Entry!.Mapping.Entries.Where(entry => entry.Value.ToString() == "bad"))
                builder.Edit(context.Document.File, context.Document.YamlTree).Remove(entry);
            return builder.Build();
        })));

    [Fact]
    public void A_fix_inside_what_another_removes_is_no_longer_needed() => AssertFixed(
        "a: { b: bad, c: worse }\nd: bad\n",
        FixSafety.Safe,
        "fixed 2\n=== a.yaml\nd: good\n",
        BadToGood,
        new WordAnalyzer("OM9002", "worse", DiagnosticSeverity.Error, (context, scalar) =>
        {
            var builder = new FixBuilder("removes all");
            builder.Edit(context.Document.File, context.Document.YamlTree).Remove(scalar.Parent!.Entry!);
            return builder.Build();
        }));

    [Fact]
    public void A_fix_makes_room_for_another() => AssertFixed(
        "a: worse\n",
        FixSafety.Safe,
        "fixed 2\n=== a.yaml\na: good\n",
        BadToGood,
        new WordAnalyzer("OM9002", "worse", fix: (context, scalar) => Fixes.Replace(context, scalar, "bad")));

    [Fact]
    public void Fixes_that_undo_one_another_are_said_and_none_is_applied() => AssertFixed(
        "a: bad\nb: worse\nc: worst\n",
        FixSafety.Safe,
        """
        fixed 0
        === left
        1:1 error OM0011 the fixes of this file do not come to rest; none was applied
        1:4 warning OM9001 `bad`
        2:4 warning OM9002 `worse`
        3:4 warning OM9003 `worst`
        """,
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) => Fixes.Replace(context, scalar, "worse")),
        new WordAnalyzer("OM9002", "worse", fix: (context, scalar) => Fixes.Replace(context, scalar, "bad")),
        new WordAnalyzer("OM9003", "worst", fix: (context, scalar) => Fixes.Remove(context, scalar)));

    [Fact]
    public void Fixes_without_end_are_said_and_none_is_applied() => AssertFixed(
        "a: bad\n",
        FixSafety.Safe,
        """
        fixed 0
        === left
        1:1 error OM0011 the fixes of this file do not come to rest; none was applied
        1:4 warning OM9001 `bad`
        """,
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) =>
        {
            var builder = new FixBuilder("writes it once more");
            builder.Edit(context.Document.File, context.Document.YamlTree).InsertAfter(
                scalar.Entry!.Mapping.Entries[^1], $"a{scalar.Entry.Mapping.Entries.Length}", YamlNewValue.Plain("x"));
            return builder.Build();
        }));

    [Fact]
    public void A_fix_that_is_not_what_it_announces_is_dropped_and_the_others_are_applied() => AssertFixed(
        "a: worse\nb: bad\nc: worse\n",
        FixSafety.Safe,
        """
        fixed 1
        === a.yaml
        a: worse
        b: good
        c: worse

        === left
        1:4 error OM0002 a fix of OM9002 `no-worse` could not be proved and was dropped: a: `good` became `nonsense`
        3:4 error OM0002 a fix of OM9002 `no-worse` could not be proved and was dropped: c: `good` became `nonsense`
        1:4 warning OM9002 `worse`
        3:4 warning OM9002 `worse`
        """,
        new WordAnalyzer("OM9002", "worse", fix: Fixes.Wrong),
        BadToGood);

    [Fact]
    public void A_fix_of_two_files_that_is_wrong_in_one_is_dropped_in_both() => AssertFixed(
        "a: bad\n",
        FixSafety.Safe,
        """
        fixed 0
        === left
        1:4 error OM0002 a fix of OM9001 `no-bad` could not be proved and was dropped: a: `good` became `nonsense`
        1:4 warning OM9001 `bad`
        """,
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) =>
        {
            var (right, wrong) = (Fixes.MoveToNewFile(context, scalar, "b.yaml"), Fixes.Wrong(context, scalar));
            return new ConfigFix("both", FixSafety.Safe, wrong.Edits, right.NewFiles);
        }));

    [Fact]
    public void What_a_fix_settles_is_not_asked_again() => AssertFixed(
        "a: bad\nb: worse\n",
        FixSafety.Unsafe,
        "fixed 1\n=== a.yaml\na: good\nb: worse\n",
        new WordAnalyzer("OM9001", "bad", DiagnosticSeverity.Error, (context, scalar) =>
        {
            var builder = new FixBuilder("writes `good`") { Settles = ["OM9002"] };
            builder.Edit(context.Document.File, context.Document.YamlTree).ReplaceValue(scalar.Entry!, YamlNewValue.Plain("good"));
            return builder.Build();
        }),
        new WordAnalyzer("OM9002", "worse", fix: (context, scalar) => Fixes.Remove(context, scalar)));

    [Fact]
    public void Creates_files() => AssertFixed(
        "a: bad # why\nb: 1\n",
        FixSafety.Safe,
        """
        fixed 1
        === a.yaml
        b: 1

        === b.yaml (created)
        a: moved # why
        b: 1

        === next: look at b.yaml
        """,
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) => Fixes.MoveToNewFile(context, scalar, "b.yaml", "look at b.yaml")));

    [Fact]
    public void A_follow_up_is_said_once() => AssertFixed(
        "a: bad\nb: bad\n",
        FixSafety.Safe,
        """
        fixed 2
        === a.yaml
        {}

        === a1.yaml (created)
        a: moved
        b: bad

        === a2.yaml (created)
        b: moved

        === left
        2:4 warning OM9001 `bad`
        === next: run it
        """,
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) => Fixes.MoveToNewFile(
            context, scalar, context.Files.Exists("a1.yaml") ? "a2.yaml" : "a1.yaml", "run it")));

    [Fact]
    public void A_created_file_never_takes_the_place_of_another() => AssertFixed(
        "a: bad\nb: bad\n",
        FixSafety.Safe,
        """
        fixed 1
        === a.yaml
        b: bad

        === b.yaml (created)
        a: moved
        b: bad

        === left
        1:4 warning OM9001 `bad`
        2:4 warning OM9001 `bad`
        """,
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) => Fixes.MoveToNewFile(context, scalar, "b.yaml")));

    [Fact]
    public void Reaches_into_another_file_and_says_what_is_left_there() => AssertFixed(
        "a: bad\n",
        FixSafety.Unsafe,
        """
        fixed 1
        === a.yaml
        {}

        === b.yaml
        c: worse # stays
        a: moved

        === left
        1:4 warning OM9002 `worse`
        """,
        [("b.yaml", "c: worse # stays\n")],
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) => Fixes.MoveToFile(context, scalar, "b.yaml")),
        new WordAnalyzer("OM9002", "worse"));

    [Fact]
    public void Fixes_that_change_another_file_alone_come_to_rest() => AssertFixed(
        "a: bad\nb: bad\nc: bad\nd: bad\n",
        FixSafety.Safe,
        """
        fixed 4
        === b.yaml
        z: 1
        a: good
        b: good
        c: good
        d: good

        === left
        1:4 warning OM9001 `bad`
        2:4 warning OM9001 `bad`
        3:4 warning OM9001 `bad`
        4:4 warning OM9001 `bad`
        """,
        [("b.yaml", "z: 1\n")],
        new WordAnalyzer("OM9001", "bad", fix: (context, scalar) =>
        {
            var key = scalar.Entry!.KeyText!;
            var (file, parsed) = context.Files.TryParse("b.yaml")!.Value;
            var tree = (YamlTree)parsed;
            var root = (YamlMapping)tree.Documents[0].Root;
            if (root.Find(key) is not null)
                return null;
            var builder = new FixBuilder($"writes `{key}` into b.yaml");
            builder.Edit(file, tree).Append(root, key, YamlNewValue.Plain("good"));
            return builder.Build();
        }));

    [Fact]
    public void Alone_only_the_file_itself_is_edited() => Assert.Equal(
        """
        fixed 1
        === a.yaml
        a: good
        b: worse
        c: worst

        === left
        2:4 warning OM9002 `worse`
        3:4 warning OM9003 `worst`
        """,
        Fix(
            "a: bad\nb: worse\nc: worst\n",
            FixSafety.Safe,
            isAlone: true,
            [("c.yaml", "d: 1\n")],
            BadToGood,
            new WordAnalyzer("OM9002", "worse", fix: (context, scalar) => Fixes.MoveToNewFile(context, scalar, "b.yaml")),
            new WordAnalyzer("OM9003", "worst", fix: (context, scalar) => Fixes.MoveToFile(context, scalar, "c.yaml"))));

    private static void AssertFixed(string text, FixSafety accepted, string expected, params WordAnalyzer[] rules) =>
        AssertFixed(text, accepted, expected, [], rules);

    private static void AssertFixed(
        string text, FixSafety accepted, string expected, (string Path, string Text)[] others, params WordAnalyzer[] rules) =>
        Assert.Equal(expected, Fix(text, accepted, isAlone: false, others, rules));

    /// <summary>What the fixes of a.yaml come to.</summary>
    private static string Fix(string text, FixSafety accepted, bool isAlone, (string Path, string Text)[] others, params WordAnalyzer[] rules)
    {
        var analyzer = new FileAnalyzer(Engine.Rules(rules));
        var files = new MemoryFiles([("a.yaml", text), .. others]);
        var settings = Engine.Settings();
        var outcome = new FixLoop(analyzer, accepted, isAlone).Run(analyzer.Analyze(files["a.yaml"], settings, files), _ => settings, files);
        var shown = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"fixed {outcome.FixedCount}"));
        foreach (var (_, after) in outcome.Changed)
            shown.Append(CultureInfo.InvariantCulture, $"\n=== {after.Path}\n{after.Text}");
        foreach (var (_, created) in outcome.Created)
            shown.Append(CultureInfo.InvariantCulture, $"\n=== {created.Path} (created)\n{created.Text}");
        var left = Engine.Show(outcome.Remaining.SelectMany(analysis => analysis.Findings));
        if (left.Length > 0)
            shown.Append("\n=== left\n").Append(left);
        foreach (var followUp in outcome.FollowUps)
            shown.Append("\n=== next: ").Append(followUp);
        return shown.ToString();
    }
}
