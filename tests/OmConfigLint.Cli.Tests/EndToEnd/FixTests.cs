using System.Text;
using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`omlint --fix`: the files afterwards, and what is said.</summary>
public sealed class FixTests
{
    [Fact]
    public Task Profiler_workflow()
    {
        using var directory = Samples.Directory(("ingestion/mysql_profiler.yaml", Samples.Profiler));

        return Snapshot.Verify(Omlint.Run(directory, "--fix", "--target", "1.6.3").Show(directory));
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--fix", "--unsafe-fixes")]
    public void Again_changes_nothing(params string[] options)
    {
        using var directory = Samples.Directory(
            ("mysql_profiler.yaml", Samples.Profiler), ("notes.yaml", Samples.Notes), ("b/metadata.yaml", Samples.Metadata), ("b/lineage.yaml", Samples.Lineage));

        var first = Omlint.Run(directory, ["--target", "1.6.3", .. options]);
        var files = directory.Files().ToDictionary(path => path, directory.Read);
        var second = Omlint.Run(directory, ["--target", "1.6.3", .. options]);

        Assert.StartsWith("changed ", first.Error, StringComparison.Ordinal);
        Assert.Equal("", second.Error);
        Assert.Equal(files, directory.Files().ToDictionary(path => path, directory.Read));
    }

    [Fact]
    public void Again_changes_nothing_where_sampling_was_turned_off()
    {
        using var directory = Samples.Directory(("a.yaml", Samples.Notes.Replace("type: Profiler", "type: Profiler\n      generateSampleData: false", StringComparison.Ordinal)));

        Assert.Equal("changed a.yaml\n", Omlint.Run(directory, "--fix", "--target", "1.6.3").Error);
        Assert.Equal("", Omlint.Run(directory, "--fix", "--target", "1.6.3").Error);
        Assert.Equal(Samples.Notes, directory.Read("a.yaml"));
    }

    [Fact]
    public Task Unsafe_fixes_reach_into_other_files()
    {
        using var directory = Samples.Directory(("lineage.yaml", Samples.Lineage), ("metadata.yaml", Samples.Metadata), ("notes.yaml", Samples.Notes));

        return Snapshot.Verify(Omlint.Run(directory, "--fix", "--unsafe-fixes", "--target", "1.6.3").Show(directory));
    }

    [Fact]
    public Task Some_is_left()
    {
        using var directory = Samples.Directory(
            ("lineage.yaml", Samples.Lineage),
            ("metadata.yaml", Samples.Metadata),
            ("profiler.yaml", Samples.Profiler.Replace("confidence: 85", "confidence: 85 # omlint: ignore[OM1003] -- the old agent reads it", StringComparison.Ordinal)),
            ("stock_profile.yml", Samples.Profiler.Replace("shop", "stock", StringComparison.Ordinal)));

        return Snapshot.Verify(Omlint.Run(directory, "--fix", "--target", "1.6.3").Show());
    }

    [Theory]
    [InlineData("\n", false, true)]
    [InlineData("\r\n", true, false)]
    [InlineData("\r\n", false, true)]
    [InlineData("\n", true, false)]
    public void Line_ends_byte_order_mark_and_final_newline_stay(string lineEnd, bool hasMark, bool hasFinalNewline)
    {
        using var plain = Samples.Directory(("profiler.yaml", Samples.Profiler));
        using var directory = new TemporaryDirectory();
        directory.Write("profiler.yaml", Turn(Samples.Profiler));

        Omlint.Run(plain, "--fix", "--target", "1.6.3");
        Omlint.Run(directory, "--fix", "--target", "1.6.3");

        foreach (var path in plain.Files())
            Assert.Equal(Turn(plain.Read(path)), File.ReadAllBytes(directory[path]));

        byte[] Turn(string text)
        {
            text = hasFinalNewline ? text : text.TrimEnd('\n');
            return [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal))];
        }
    }

    [Fact]
    public void Two_files_that_want_the_same_new_name_get_two()
    {
        using var directory = Samples.Directory(
            ("a_profile.yaml", Samples.Profiler), ("a_profiler.yaml", Samples.Profiler.Replace("shop", "stock", StringComparison.Ordinal)));

        Assert.Equal(
            """
            changed a_profile.yaml
            changed a_profiler.yaml
            created a_auto_classification.yaml
            created a_auto_classification_2.yaml
            next: run `metadata classify -c a_auto_classification.yaml` beside `metadata profile -c a_profile.yaml`
            next: run `metadata classify -c a_auto_classification_2.yaml` beside `metadata profile -c a_profiler.yaml`

            """,
            Omlint.Run(directory, "--fix", "--target", "1.6.3").Error);
        Assert.Contains("serviceName: stock", directory.Read("a_auto_classification_2.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_file_stays_and_nothing_is_created_for_it()
    {
        using var directory = Samples.Directory(("a/profiler.yaml", Samples.Profiler), ("b/profiler.yaml", Samples.Profiler.Replace("shop", "stock", StringComparison.Ordinal)));
        directory.SetMode("a/profiler.yaml", UnixFileMode.UserRead);

        var run = Omlint.Run(directory, "--fix", "-q", "--target", "1.6.3");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("failed: `a/profiler.yaml` cannot be written: it is read-only; nothing was changed\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, run.Output.Count(c => c == '\n'));
        Assert.Equal(["a/profiler.yaml", "b/profiler.yaml", "b/profiler_auto_classification.yaml"], directory.Files());
        Assert.Equal(Samples.Profiler, directory.Read("a/profiler.yaml"));
    }

    [Fact]
    public void A_read_only_directory_stays_as_it_is()
    {
        using var directory = Samples.Directory(("a/profiler.yaml", Samples.Profiler));
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "a privileged user may write everywhere");
        directory.SetMode("a", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var run = Omlint.Run(directory, "--fix", "-q", "--target", "1.6.3");

            Assert.Equal((2, "failed: `a/profiler_auto_classification.yaml` cannot be written: permission denied; nothing was changed\n"), (run.ExitCode, run.Error));
            Assert.Equal(["a/profiler.yaml"], directory.Files());
            Assert.Equal(Samples.Profiler, directory.Read("a/profiler.yaml"));
        }
        finally
        {
            directory.SetMode("a", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void What_was_fixed_can_count_in_the_exit_code()
    {
        using var directory = Samples.Directory(("profiler.yaml", Samples.Profiler));

        Assert.Equal(1, Omlint.Run(directory, "--fix", "--exit-non-zero-on-fix", "--target", "1.6.3").ExitCode);
        Assert.Equal(0, Omlint.Run(directory, "--fix", "--exit-non-zero-on-fix", "--target", "1.6.3").ExitCode);
    }
}
