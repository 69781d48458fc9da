using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Cli.Output;
using OmConfigLint.Testing;
using static OmConfigLint.Testing.Snapshot;

namespace OmConfigLint.Cli.Tests.Output;

public sealed class UnifiedPatchTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private int _count;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public Task Looks_as_git_writes_it()
    {
        var before = Sample.File(Sample.Profiler + "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9");
        var after = before.WithText(before.Text
            .Replace("      generateSampleData: true\n", "", StringComparison.Ordinal)
            .Replace("i: 9", "i: 10\n", StringComparison.Ordinal));
        return Verify(
            Written(UnifiedPatch.Changing(before, after)) + Written(UnifiedPatch.Creating(Sample.File("source:\n  type: mysql\n", "new file.yaml"))),
            "patch");
    }

    [Fact]
    public void Nothing_changed_is_nothing_written() =>
        Assert.Empty(Written(UnifiedPatch.Changing(Sample.File("a: b\n"), Sample.File("a: b\n"))));

    [Theory]
    [InlineData("a: 1\n", "a: 2\n")]
    [InlineData("a: 1", "a: 2")]
    [InlineData("a: 1", "a: 1\n")]
    [InlineData("a: 1\n", "a: 1")]
    [InlineData("a: 1\r\nb: 2\r\n", "b: 2\r\n")]
    [InlineData("a: 1\rb: 2\r", "b: 2\r")]
    [InlineData("", "a: 1\n")]
    [InlineData("a: 1\n", "")]
    [InlineData("\n\n\n", "\n\n")]
    [InlineData("日本: \U0001F600\n", "日本: é\n")]
    [InlineData("a: \u2028\u0085b\n", "a: \u2028\u0085c\n")]
    [InlineData("a: 1 \t\n", "a: 1\n")]
    [InlineData("-- a\n", "++ b\n")]
    [InlineData("\0\n", "\0\0\n")]
    public void Git_applies_it(string before, string after) => AssertApplies([(before, after)]);

    [Theory]
    [InlineData("a b.yaml")]
    [InlineData("dir with blank/c.yaml")]
    [InlineData("日本/é.yaml")]
    [InlineData("quote\"s.yaml")]
    [InlineData("back\\slash.yaml")]
    [InlineData("tab\tand\nline.yaml")]
    [InlineData("-dash.yaml")]
    public void Git_applies_it_to_any_path(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && path.AsSpan().ContainsAny('"', '\\', '\t'), "no such name on Windows");
        var (before, after, created) = (Sample.File("a: 1\n", path), Sample.File("a: 2\n", path), Sample.File("new\n", "new/" + path));

        AssertApplies([(before, after)], [created]);
    }

    [Fact]
    public void Git_applies_it_to_files_with_a_byte_order_mark()
    {
        var before = Sample.File("a: 1\nb: 2\n", encoding: FileEncoding.Utf8WithBom);

        AssertApplies([(before, before.WithText("b: 2\n"))], [new SourceFile("new.yaml", "/new.yaml", "c: 3\n", FileEncoding.Utf8WithBom)]);
    }

    [Fact]
    public void Git_creates_empty_files() => AssertApplies([], [Sample.File("", "empty.yaml"), Sample.File("a: b", "open.yaml")]);

    [Fact]
    public void Git_applies_it_below_the_root_of_a_repository()
    {
        Assert.Equal(0, Git.Run(_directory.Path, "", "init", "-q").ExitCode);
        _directory.Write("ingestion/a.yaml", "a: 1\n");
        var before = Sample.File("a: 1\n", "a.yaml");

        var patch = Written(UnifiedPatch.Changing(before, before.WithText("a: 2\n"), "ingestion/"));

        Assert.Equal(0, Git.Run(_directory["ingestion"], patch, "apply").ExitCode);
        Assert.Equal("a: 2\n", _directory.Read("ingestion/a.yaml"));
    }

    [Fact]
    public void Git_applies_any_edit_byte_for_byte() => Check.One(
        RandomCases.Of(60),
        Prop.ForAll(Edit.ListOf(20).ToArbitrary(), edits => AssertApplies([.. edits])));

    [Fact]
    public void Git_applies_large_rewrites()
    {
        string Lines(int first, int step) => string.Concat(Enumerable.Range(0, 5_000).Select(i => $"line{first + (i * step)}\n"));
        AssertApplies([(Lines(0, 1), Lines(0, 2)), (Lines(0, 1), Lines(10_000, 1)), (Lines(0, 1), Lines(3, 1))]);
    }

    [Fact]
    public void What_a_patch_cannot_express()
    {
        Assert.Null(UnifiedPatch.FindObstacle(Sample.File("", "a/..b.yaml")));
        Assert.Equal(
            [
                "`a.yaml` is UTF-16, which a patch cannot express",
                "`../a.yaml` lies outside the directory that the patch is for",
                "`/etc/a.yaml` lies outside the directory that the patch is for",
            ],
            new[] { Sample.File("", "a.yaml", FileEncoding.Utf16LittleEndian), Sample.File("", "../a.yaml"), Sample.File("", "/etc/a.yaml") }
                .Select(UnifiedPatch.FindObstacle));
    }

    [Fact]
    public Task On_a_terminal_it_is_coloured_and_masked()
    {
        var before = Sample.File("connection:\n  password: hunter2\r\n  keys: |\n    a\nlast: \u001b[31m\tred");
        var after = before.WithText("connection:\n  password: hunter3\r\n  user: me\n  privateKey: |\n    a\nlast: \u001b[31m\tred");
        using var output = new StringWriter();
        UnifiedPatch.Changing(before, after).WriteMasked(output, new TerminalStyle(Colors: true, Hyperlinks: false));
        return Verify(output.ToString().Replace("\u001b", "␛", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_is_as_small_as_can_be() => Check.One(
        RandomCases.Of(500),
        Prop.ForAll(Gen.Elements("a", "b", "c").ArrayOf().Two().ToArbitrary(), pair =>
        {
            var changes = LineDiff.Compute(pair.Item1, pair.Item2);
            var edits = changes.Sum(change => change.OldEnd - change.OldStart + change.NewEnd - change.NewStart);
            return edits == pair.Item1.Length + pair.Item2.Length - (2 * LongestCommonSubsequence(pair.Item1, pair.Item2));
        }));

    /// <summary>A text and what becomes of it: some pieces left out, some put in.</summary>
    private static Gen<(string Before, string After)> Edit =>
        from pieces in Piece.ListOf()
        from fate in Gen.Choose(0, 9).ListOf(pieces.Count)
        from inserted in Piece.ListOf(pieces.Count)
        select (
            string.Concat(pieces),
            string.Concat(pieces.Select((piece, i) => fate[i] switch { 0 => "", 1 => inserted[i] + piece, 2 => inserted[i], _ => piece })));

    private static Gen<string> Piece =>
        from text in Gen.Elements("a: 1", "b: 2", "", "  c", "é 日本", "\U0001F600", "-- x", "++ y", "@@ -1 +1 @@", "\\ No newline at end of file", "a\tb ", "\uFEFF")
        from end in Gen.Frequency((8, Gen.Constant("\n")), (3, Gen.Constant("\r\n")), (1, Gen.Constant("\r")), (1, Gen.Constant("")))
        select text + end;

    private static int LongestCommonSubsequence(string[] a, string[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                lengths[i, j] = a[i - 1] == b[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        }

        return lengths[a.Length, b.Length];
    }

    private static string Written(UnifiedPatch patch)
    {
        using var output = new StringWriter();
        patch.Write(output);
        return output.ToString();
    }

    private void AssertApplies((string Before, string After)[] edits) => AssertApplies(
        [.. edits.Select((edit, i) => (Sample.File(edit.Before, $"{i}.yaml"), Sample.File(edit.After, $"{i}.yaml")))],
        []);

    /// <summary>Lays the files out, lets git apply one patch for all of them and compares every byte.</summary>
    private void AssertApplies((SourceFile Before, SourceFile After)[] changed, SourceFile[] created)
    {
        var root = $"{++_count}/";
        var patch = new StringBuilder();
        foreach (var (before, after) in changed)
        {
            _directory.Write(root + before.Path, Bytes(before));
            patch.Append(Written(UnifiedPatch.Changing(before, after)));
        }

        foreach (var file in created)
            patch.Append(Written(UnifiedPatch.Creating(file)));

        Directory.CreateDirectory(_directory[root]);
        if (patch.Length > 0)
        {
            Assert.Equal(0, Git.Run(_directory[root], patch.ToString(), "apply", "--check").ExitCode);
            Assert.Equal(0, Git.Run(_directory[root], patch.ToString(), "apply").ExitCode);
        }

        Assert.All(
            changed.Select(pair => pair.After).Concat(created), file => Assert.Equal(Bytes(file), File.ReadAllBytes(_directory[root + file.Path])));

        static byte[] Bytes(SourceFile file) => FileEncodings.GetBytes(file.Text, file.Encoding);
    }
}
