using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;
using RuleSet = OmConfigLint.Analysis.Diagnostics.RuleSet;

namespace OmConfigLint.Analysis.Tests.Workspace;

/// <summary>Runs over files on disk. A file matters where it holds `word` or `kind`.</summary>
public sealed class LinterTests
{
    private static readonly WordAnalyzer Good = new("OM9001", "bad", fix: (context, scalar) => Fixes.Replace(context, scalar, "good"));
    private static readonly WordAnalyzer Moved = new("OM9002", "move", fix: (context, scalar) => Fixes.MoveToNewFile(
        context, scalar, FreePath(context.Files, "moved"), $"run {FreePath(context.Files, "moved")}"));

    [Fact]
    public void Reports_relevant_files_in_order()
    {
        using var root = new TemporaryDirectory();
        foreach (var i in Enumerable.Range(0, 200).Reverse())
            root.Write($"{i % 7}/{i:000}.yaml", i % 3 == 0 ? "other: bad" : "word: bad");

        var run = Run(root, [Good]);

        Assert.Equal(133, run.Reported.Count);
        Assert.Equal(run.Reported.Order(StringComparer.Ordinal), run.Reported);
        Assert.Equal((133, 0), (run.Result.RelevantCount, run.Result.FixedCount));
        Assert.Equal("0/007.yaml 1:7 warning OM9001 `bad`", run.Reported[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fixes_write_or_keep_in_memory(bool write)
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: bad\r\nb: 1 # stays");
        root.Write("b.yaml", "word: fine\n");
        root.Write("c.yaml", "word: worse\n");
        root.Write("notes.yaml", "bad\n");

        var run = Run(root, [Good, new WordAnalyzer("OM9003", "worse")], FixSafety.Safe, write);

        Assert.Equal(["c.yaml 1:7 warning OM9003 `worse`"], run.Reported);
        Assert.Equal(1, run.Result.FixedCount);
        Assert.Equal(("word: bad\r\nb: 1 # stays", "word: good\r\nb: 1 # stays"), (run.Result.Changed.Single().Before.Text, run.Result.Changed.Single().After.Text));
        Assert.Equal(write ? "word: good\r\nb: 1 # stays" : "word: bad\r\nb: 1 # stays", root.Read("a.yaml"));
        Assert.Equal(["a.yaml", "b.yaml", "c.yaml", "notes.yaml"], root.Files());
    }

    [Fact]
    public void Encoding_and_mode_are_kept_and_taken_over()
    {
        using var root = new TemporaryDirectory();
        var utf16 = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        root.Write("a.yaml", [.. utf16.GetPreamble(), .. utf16.GetBytes("word: bad\nb: ä\nc: move\n")]);
        root.SetMode("a.yaml", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Run(root, [Good, Moved], FixSafety.Safe);

        Assert.Equal([.. utf16.GetPreamble(), .. utf16.GetBytes("word: good\nb: ä\n")], File.ReadAllBytes(root["a.yaml"]));
        Assert.Equal([.. utf16.GetPreamble(), .. utf16.GetBytes("word: good\nb: ä\nc: moved\n")], File.ReadAllBytes(root["moved.yaml"]));
        Assert.Equal(root.ModeOf("a.yaml"), root.ModeOf("moved.yaml"));
    }

    [Fact]
    public void A_second_run_finds_nothing_to_fix()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: move\nb: bad\n");

        var first = Run(root, [Good, Moved], FixSafety.Safe);
        var files = root.Files().Select(root.Read).ToList();
        var second = Run(root, [Good, Moved], FixSafety.Safe);

        Assert.Equal(["run moved.yaml"], first.Result.FollowUps);
        Assert.Equal((0, 0, 0), (second.Result.FixedCount, second.Result.Changed.Length, second.Result.Created.Length));
        Assert.Equal(files, root.Files().Select(root.Read));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Files_that_want_the_same_new_file_get_it_in_their_order(int jobs)
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"{i:00}.yaml")];
        using var root = new TemporaryDirectory();
        using var preview = new TemporaryDirectory();
        foreach (var name in names)
        {
            root.Write(name, $"word: move\nname: {name}\n");
            preview.Write(name, $"word: move\nname: {name}\n");
        }

        var written = Run(root, [Moved], FixSafety.Safe, jobs: jobs);
        var shown = Run(preview, [Moved], FixSafety.Safe, write: false, jobs: jobs);

        string[] created = ["moved.yaml", .. Enumerable.Range(2, 11).Select(number => $"moved{number}.yaml")];
        Assert.Equal(names, created.Select(path => root.Read(path).Split(": ")[^1].TrimEnd()));
        Assert.Equal(12, written.Result.FixedCount);
        Assert.Equal(Show(written.Result), Show(shown.Result));
        Assert.Equal(names, preview.Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_fix_reaches_into_another_file_that_is_fixed_too(bool write)
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: give\n");
        root.Write("b.yaml", "word: bad\n");
        root.Write("c.yaml", "x: give\nz: word\n");

        var run = Run(
            root, [Good, new WordAnalyzer("OM9003", "give", fix: (context, scalar) => Fixes.MoveToFile(context, scalar, "b.yaml"))], FixSafety.Unsafe, write);

        Assert.Equal(3, run.Result.FixedCount);
        Assert.Equal(
            """
            changed a.yaml: word: give -> {}
            changed b.yaml: word: bad -> word: good; word: moved; x: moved
            changed c.yaml: x: give; z: word -> z: word
            """,
            Show(run.Result));
        Assert.Equal(write ? "word: good\nword: moved\nx: moved\n" : "word: bad\n", root.Read("b.yaml"));
    }

    [Fact]
    public void A_file_of_another_fix_is_reported_as_it_is_then()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: give\n");
        root.Write("b.yaml", "kind: worse\n");

        var run = Run(
            root,
            [new WordAnalyzer("OM9003", "give", fix: (context, scalar) => Fixes.MoveToFile(context, scalar, "b.yaml")), new WordAnalyzer("OM9004", "moved"), new WordAnalyzer("OM9005", "worse")],
            FixSafety.Unsafe);

        Assert.Equal(["b.yaml 1:7 warning OM9005 `worse`", "b.yaml 2:7 warning OM9004 `moved`"], run.Reported);
    }

    [Fact]
    public void What_is_put_into_a_file_created_in_the_same_run_is_part_of_it()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: move\n");
        root.Write("b.yaml", "word: give\nb: 1\n");

        var run = Run(
            root,
            [
                Moved,
                new WordAnalyzer(
                    "OM9003", "give", fix: (context, scalar) => context.Files.Exists("moved.yaml") ? Fixes.MoveToFile(context, scalar, "moved.yaml") : Fixes.MoveToFile(context, scalar, "a.yaml")),
            ],
            FixSafety.Unsafe,
            write: false);

        Assert.Equal(
            """
            changed a.yaml: word: move -> {}
            changed b.yaml: word: give; b: 1 -> b: 1
            created moved.yaml: word: moved; word: moved
            """,
            Show(run.Result));
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_a_failure_and_its_findings_stay()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: bad\n");
        root.Write("b.yaml", "word: bad\n");
        root.SetMode("a.yaml", UnixFileMode.UserRead);

        var run = Run(root, [Good], FixSafety.Safe);

        Assert.Equal(["`a.yaml` cannot be written: it is read-only; nothing was changed"], run.Result.Failures);
        Assert.Equal(["a.yaml 1:7 warning OM9001 `bad`"], run.Reported);
        Assert.Equal(("word: bad\n", "word: good\n", 1), (root.Read("a.yaml"), root.Read("b.yaml"), run.Result.FixedCount));
    }

    [Fact]
    public void A_new_file_that_cannot_be_written_leaves_the_old_one_alone()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: move\n");

        var run = Run(
            root, [new WordAnalyzer("OM9002", "move", fix: (context, scalar) => Fixes.MoveToNewFile(context, scalar, "nowhere/b.yaml"))], FixSafety.Safe);

        Assert.Equal(["`nowhere/b.yaml` cannot be written: its directory is not there; nothing was changed"], run.Result.Failures);
        Assert.Equal(["a.yaml 1:7 warning OM9002 `move`"], run.Reported);
        Assert.Equal(("word: move\n", 0), (root.Read("a.yaml"), run.Result.FixedCount));
        Assert.Equal(["a.yaml"], root.Files());
    }

    [Fact]
    public void A_directory_that_may_not_be_written_leaves_all_as_it_is()
    {
        using var root = new TemporaryDirectory();
        root.Write("d/a.yaml", "word: move\n");
        root.SetMode("d", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.SkipWhen(Environment.IsPrivilegedProcess, "a privileged user may write everywhere");

            var run = Run(root, [Moved], FixSafety.Safe);

            Assert.Equal(["`d/a.yaml` cannot be written: permission denied; nothing was changed"], run.Result.Failures);
            Assert.Equal(["d/a.yaml"], root.Files());
        }
        finally
        {
            root.SetMode("d", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_file_that_somebody_changes_meanwhile_keeps_that_change()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: bad\n");

        var run = Run(
            root,
            [
                new WordAnalyzer("OM9001", "bad", fix: (context, scalar) =>
                {
                    File.WriteAllText(context.Document.File.FullPath, "word: bad # and more\n");
                    return Fixes.Replace(context, scalar, "good");
                }),
            ],
            FixSafety.Safe);

        Assert.Equal(["`a.yaml` cannot be written: it changed on disk since it was read; nothing was changed"], run.Result.Failures);
        Assert.Equal("word: bad # and more\n", root.Read("a.yaml"));
    }

    [Fact]
    public void One_files_trouble_is_not_anothers()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: bad\n");
        root.Write("binary.yaml", "word\0bad");
        root.Write("broken.yaml", "word: bad: worse\n");
        root.Write("latin1.yaml", [.. "word: caf"u8, 0xE9]);
        root.Write("z.yaml", "word: bad\n");

        var run = Run(root, [Good]);

        Assert.Equal(
            [
                "a.yaml 1:7 warning OM9001 `bad`",
                "binary.yaml 1:1 error OM0003 the file was not analysed: it is not text: it holds NUL characters",
                "broken.yaml 1:10 error OM0003 the file cannot be parsed: a `:` cannot stand here, this is inside a value already",
                "latin1.yaml 1:1 error OM0003 the file was not analysed: it is not valid UTF-8: byte 0xE9 at line 1, column 10",
                "z.yaml 1:7 warning OM9001 `bad`",
            ],
            run.Reported);
    }

    [Fact]
    public void A_file_that_is_gone_when_its_turn_comes_is_a_failure()
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: bad\n");

        var run = Run(root, [new DiscoveredFile("a.yaml", root["a.yaml"], IsNamed: true), new DiscoveredFile("b.yaml", root["b.yaml"], IsNamed: true)], [Good]);

        Assert.Equal(["`b.yaml` cannot be read: it is no longer there"], run.Result.Failures);
        Assert.Equal(["a.yaml 1:7 warning OM9001 `bad`"], run.Reported);
    }

    [Fact]
    public void Facts_are_those_of_all_files_before_the_first_is_fixed()
    {
        using var root = new TemporaryDirectory();
        foreach (var i in Enumerable.Range(0, 40))
            root.Write($"{i:00}.yaml", "word: bad\nkind: thing\n");
        var rule = new WordAnalyzer("OM9001", "bad", fix: (context, scalar) =>
            Fixes.Replace(context, scalar, context.Files.Index.Find("thing").Length.ToString(CultureInfo.InvariantCulture)));
        var forget = new WordAnalyzer("OM9002", "thing", DiagnosticSeverity.Error, (context, scalar) => Fixes.Remove(context, scalar));

        Run(root, [rule, forget], FixSafety.Safe, jobs: 8);

        Assert.All(root.Files(), path => Assert.Equal("word: 40\n", root.Read(path)));
    }

    [Theory]
    [InlineData(".git/HEAD", "a.yaml 1:7 warning OM9001 `bad` (other/c.yaml, sub/b.yaml)")]
    [InlineData("sub/.git/HEAD", "a.yaml 1:7 warning OM9001 `bad` ()")]
    [InlineData("README.md", "a.yaml 1:7 warning OM9001 `bad` ()")]
    public void A_named_file_is_seen_among_those_of_its_work_tree(string marker, string expected)
    {
        using var root = new TemporaryDirectory(marker);
        root.Write("a.yaml", "word: bad\n");
        root.Write("sub/b.yaml", "kind: thing\nword: bad\n");
        root.Write("other/c.yaml", "kind: thing\n");
        root.Write("other/d.txt", "kind: thing\n");

        AssertNeighbours(root, ["a.yaml"], expected);
    }

    [Fact]
    public void A_named_file_outside_of_a_work_tree_is_seen_among_those_beside_it()
    {
        using var root = new TemporaryDirectory();
        root.Write("sub/a.yaml", "word: bad\n");
        root.Write("sub/b.yaml", "kind: thing\n");
        root.Write("sub/deeper/c.yaml", "kind: thing\n");
        root.Write("d.yaml", "kind: thing\n");

        AssertNeighbours(root, ["sub/a.yaml"], "sub/a.yaml 1:7 warning OM9001 `bad` (sub/b.yaml)");
    }

    [Fact]
    public void A_directory_is_seen_alone()
    {
        using var root = new TemporaryDirectory(".git/HEAD");
        root.Write("sub/a.yaml", "word: bad\n");
        root.Write("sub/b.yaml", "kind: thing\n");
        root.Write("d.yaml", "kind: thing\n");

        AssertNeighbours(root, ["sub"], "sub/a.yaml 1:7 warning OM9001 `bad` (sub/b.yaml)");
    }

    [Fact]
    public void A_text_that_is_not_on_disk_is_analysed_and_fixed()
    {
        using var root = new TemporaryDirectory();
        var linter = new Linter(Request(root, [], Engine.Rules(Good, Moved), FixSafety.Safe, write: true, jobs: 1));

        var (analysis, text, fixedCount) = linter.RunText(new DiscoveredFile("x.yaml", root["x.yaml"], IsNamed: true), "word: bad\na: move\n"u8);

        Assert.Equal(("word: good\na: move\n", 1), (text!.Value.After.Text, fixedCount));
        Assert.Equal("2:4 warning OM9002 `move`", Engine.Show(analysis!.Findings));
        Assert.Empty(root.Files());
    }

    [Fact]
    public void A_text_that_is_not_on_disk_is_seen_among_the_files_around_its_path_without_itself()
    {
        using var root = new TemporaryDirectory();
        root.Write("sub/a.yaml", "kind: thing\nold: text\n");
        root.Write("sub/b.yaml", "kind: thing\n");
        var rule = new WordAnalyzer("OM9001", "bad", fix: (context, _) => ConfigFix.Manual(Neighbours(context)));
        var linter = new Linter(Request(root, [], Engine.Rules(rule), accepted: null, write: false, jobs: 1));

        var (analysis, _, _) = linter.RunText(new DiscoveredFile("sub/a.yaml", root["sub/a.yaml"], IsNamed: true), "word: bad\n---\nkind: thing\n"u8);

        Assert.Equal("sub/a.yaml, sub/b.yaml", Assert.Single(analysis!.Findings).Fix!.Title);
    }

    [Fact]
    public void A_run_that_is_cancelled_ends_between_two_files()
    {
        using var root = new TemporaryDirectory();
        using var cancellation = new CancellationTokenSource();
        foreach (var i in Enumerable.Range(0, 30))
            root.Write($"{i:00}.yaml", "word: bad\nb: bad\n");
        var rule = new WordAnalyzer("OM9001", "bad", fix: (context, scalar) =>
        {
            if (context.Document.File.Path == "05.yaml")
                cancellation.Cancel();
            return Fixes.Replace(context, scalar, "good");
        });

        Assert.ThrowsAny<OperationCanceledException>(() => new Linter(Request(root, Find(root, ["."]), Engine.Rules(rule), FixSafety.Safe, write: true, jobs: 4))
            .Run(_ => { }, cancellationToken: cancellation.Token));

        Assert.All(root.Files(), path => Assert.Contains(root.Read(path), new[] { "word: bad\nb: bad\n", "word: good\nb: good\n" }));
        Assert.Equal("word: bad\nb: bad\n", root.Read("29.yaml"));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("a.yaml")]
    public void A_marker_that_is_only_a_hosts_name_makes_no_file_read_for_facts(string path)
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", "word: bad\n");
        root.Write("b.yaml", "at: http://kind-server\nkind: thing\n");
        root.Write("c.yaml", "at: http://kind-server\n\"k\\x69nd\": thing\n");

        AssertNeighbours(root, [path], "a.yaml 1:7 warning OM9001 `bad` (b.yaml)");
    }

    [Fact]
    public void Progress_counts_to_the_number_of_files()
    {
        using var root = new TemporaryDirectory([.. Enumerable.Range(0, 100).Select(i => $"{i}.yaml")]);
        var seen = new System.Collections.Concurrent.ConcurrentBag<(int Done, int Count)>();

        new Linter(Request(root, Find(root, ["."]), Engine.Rules(), null, write: false, jobs: 4)).Run(_ => { }, (done, count) => seen.Add((done, count)), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, 100).Select(done => (done, 100)), seen.Order());
    }

    /// <summary>Checks that the rule sees the facts of these files, and that nothing is reported of them.</summary>
    private static void AssertNeighbours(TemporaryDirectory root, ImmutableArray<string> paths, string expected)
    {
        var rule = new WordAnalyzer("OM9001", "bad", fix: (context, _) => ConfigFix.Manual(Neighbours(context)));
        var reported = new List<string>();

        new Linter(Request(root, Find(root, paths), Engine.Rules(rule), null, write: false, jobs: 1)).Run(
            analysis => reported.AddRange(analysis.Findings.Select(finding => $"{analysis.File.Path} {Engine.Show([finding])} ({finding.Fix!.Title})")),
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([expected], reported);
    }

    private static string Neighbours(DocumentAnalysisContext context) =>
        string.Join(", ", context.Files.Index.Find("thing").Select(fact => fact.Path));

    private static string FreePath(WorkspaceFiles files, string stem)
    {
        for (var number = 1; ; number++)
        {
            var path = number == 1 ? $"{stem}.yaml" : $"{stem}{number}.yaml";
            if (!files.Exists(path))
                return path;
        }
    }

    private static string Show(LintResult result) => string.Join(
        '\n',
        [
            .. result.Changed.Select(file => $"changed {file.After.Path}: {OneLine(file.Before)} -> {OneLine(file.After)}"),
            .. result.Created.Select(file => $"created {file.File.Path}: {OneLine(file.File)}"),
        ]);

    private static string OneLine(SourceFile file) => file.Text.TrimEnd().Replace("\n", "; ", StringComparison.Ordinal);

    private static (List<string> Reported, LintResult Result) Run(
        TemporaryDirectory root, WordAnalyzer[] rules, FixSafety? accepted = null, bool write = true, int jobs = 4) =>
        Run(root, Find(root, ["."]), rules, accepted, write, jobs);

    private static (List<string> Reported, LintResult Result) Run(
        TemporaryDirectory root, ImmutableArray<DiscoveredFile> files, WordAnalyzer[] rules, FixSafety? accepted = null, bool write = true, int jobs = 4)
    {
        var reported = new List<string>();
        var result = new Linter(Request(root, files, Engine.Rules(rules), accepted, write, jobs)).Run(
            analysis => reported.AddRange(analysis.Findings.Select(finding => $"{analysis.File.Path} {Engine.Show([finding])}")),
            cancellationToken: TestContext.Current.CancellationToken);
        return (reported, result);
    }

    private static LintRequest Request(
        TemporaryDirectory root, ImmutableArray<DiscoveredFile> files, RuleSet rules, FixSafety? accepted, bool write, int jobs)
    {
        var settings = Engine.Settings();
        return new LintRequest
        {
            Root = root.Path,
            Files = files,
            Rules = rules,
            SettingsFor = _ => settings,
            Accepted = accepted,
            Write = write,
            Jobs = jobs,
        };
    }

    private static ImmutableArray<DiscoveredFile> Find(TemporaryDirectory root, ImmutableArray<string> paths) =>
        FileDiscovery.Find(new DiscoveryRequest { Root = root.Path, Paths = paths }).Files;
}
