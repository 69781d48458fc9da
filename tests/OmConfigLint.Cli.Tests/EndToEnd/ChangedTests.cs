using OmConfigLint.Testing;

namespace OmConfigLint.Cli.Tests.EndToEnd;

/// <summary>`--changed` and `--changed-lines`: everything is analysed, and what git calls changed is reported on.</summary>
public sealed class ChangedTests
{
    private static readonly string Other = Samples.Metadata.Replace("shop", "stock", StringComparison.Ordinal);

    [Fact]
    public void Committed_staged_edited_and_untracked_files_count()
    {
        using var directory = Repository(("old.yaml", Other), ("edited.yaml", Samples.Clean), ("staged.yaml", Samples.Clean));
        Branch(directory);
        directory.Write("committed.yaml", Other);
        Commit(directory);
        directory.Write("staged.yaml", Other);
        RunGit(directory, "add", "staged.yaml");
        directory.Write("edited.yaml", Other);
        directory.Write("new/untracked.yaml", Other);

        Assert.Equal("committed.yaml edited.yaml new/untracked.yaml staged.yaml", Files(Run(directory, "--changed")));
        Assert.Equal("edited.yaml new/untracked.yaml staged.yaml", Files(Run(directory, "--changed=HEAD")));
        Assert.Equal("committed.yaml edited.yaml new/untracked.yaml old.yaml staged.yaml", Files(Run(directory)));
    }

    [Fact]
    public void What_came_on_the_other_branch_does_not_count()
    {
        using var directory = Repository(("a.yaml", Samples.Clean), ("b.yaml", Samples.Clean));
        Branch(directory);
        directory.Write("b.yaml", Other);
        Commit(directory);
        RunGit(directory, "checkout", "-q", "main");
        directory.Write("a.yaml", Other);
        Commit(directory);

        RunGit(directory, "checkout", "-q", "branch");

        Assert.Equal("b.yaml", Files(Run(directory, "--changed=main")));
        Assert.Equal("b.yaml", Files(Run(directory, "--changed")));
    }

    [Fact]
    public void The_main_branch_of_origin_comes_before_that_of_the_clone()
    {
        using var directory = Repository(("a.yaml", Samples.Clean), ("b.yaml", Samples.Clean));
        RunGit(directory, "update-ref", "refs/remotes/origin/main", "HEAD");
        directory.Write("a.yaml", Other);
        Commit(directory);

        Assert.Equal("a.yaml", Files(Run(directory, "--changed")));
        Assert.Equal("", Files(Run(directory, "--changed=main")));
    }

    [Theory]
    [InlineData("with blank.yaml")]
    [InlineData("\u00FCber.yaml")]
    [InlineData("quote\".yaml")]
    [InlineData("back\\slash.yaml")]
    [InlineData("line\nbreak.yaml")]
    [InlineData("tab\there.yaml")]
    [InlineData("*.yaml")]
    [InlineData(":(top)a.yaml")]
    [InlineData("-c.yaml")]
    [InlineData("a \u00FC/b\" c.yaml")]
    public void Any_path(string path)
    {
        using var directory = Repository((path, Samples.Clean + "# end\n"), ("other.yaml", Other));
        Branch(directory);
        directory.Write(path, Samples.Clean + "---\n" + Other + "# end\n");

        foreach (var option in (string[])["--changed", "--changed-lines"])
        {
            var run = Run(directory, option, "--statistics");
            Assert.Contains("found 1 error in 1 file", run.Output, StringComparison.Ordinal);
        }

        // The finding stands in none of these lines.
        directory.Write(path, Samples.Clean + "---\n" + Other + "# end\n");
        Commit(directory);
        directory.Write(path, Samples.Clean + "---\n" + Other + "# the end\n");
        Assert.Contains("all clear", Run(directory, "--changed-lines=HEAD").Output, StringComparison.Ordinal);
        Assert.Contains("found 1 error", Run(directory, "--changed=HEAD").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OM1009", "overrideViewLineage: true", "overrideViewLineage: false")]
    [InlineData("", "type: metadata-rest", "type:  metadata-rest")]
    [InlineData("OM1009", "      overrideViewLineage", "      includeViews: true\n      overrideViewLineage: true # ")]
    [InlineData("OM1009", "    type: DatabaseMetadata\n", "    type: DatabaseMetadata\n")]
    [InlineData("", "source:", "# one\n# two\nsource:")]
    public void Lines(string rules, string old, string @new)
    {
        // Where lines were only removed, those around the gap count.
        var before = old == @new ? Other.Replace(old, old + "      includeViews: true\n", StringComparison.Ordinal) : Other;
        using var directory = Repository(("a.yaml", before));
        directory.Write("a.yaml", Other.Replace(old, @new, StringComparison.Ordinal));

        var run = Run(directory, "--changed-lines=HEAD", "-q");

        Assert.Equal(rules, string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('[', ']')[1])));
    }

    [Fact]
    public void A_hunk_that_looks_like_a_header_is_none()
    {
        using var directory = Repository(("a.yaml", $"{Other}"), ("b.yaml", Other));
        directory.Write("a.yaml", $"{Other}++ b/b.yaml\n@@ -1 +1,9 @@\n+++ b/b.yaml\n@@ -1 +1,9 @@\n");
        directory.Write("b.yaml", Other + "# end\n");

        Assert.DoesNotContain("OM1009", Run(directory, "--changed-lines", "-q").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_reaches_findings_that_speak_of_it()
    {
        using var directory = Repository(("lineage.yaml", Samples.Lineage), ("metadata.yaml", Samples.Metadata));
        directory.Write("lineage.yaml", Samples.Lineage.Replace("DatabaseLineage", "DatabaseLineage # changed", StringComparison.Ordinal));

        Assert.Equal("metadata.yaml", Files(Run(directory, "--changed")));
        Assert.Equal("metadata.yaml", Files(Run(directory, "--changed-lines")));
    }

    [Fact]
    public void Only_what_changed_is_mended()
    {
        using var directory = Repository(("old_profiler.yaml", Samples.Profiler.Replace("shop", "old", StringComparison.Ordinal)));
        directory.Write("new_profiler.yaml", Samples.Profiler);

        var run = Run(directory, "--changed", "--fix");

        Assert.Equal((0, "fixed 3 findings; all clear: 3 files checked against 1.6.3\n"), (run.ExitCode, run.Output));
        Assert.Contains("generateSampleData", directory.Read("old_profiler.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("generateSampleData", directory.Read("new_profiler.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Submodules_and_work_trees_within()
    {
        using var other = Repository(("same.yaml", Other), ("edited.yaml", Samples.Clean));
        using var directory = Repository(("a.yaml", Samples.Clean));
        RunGit(directory, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.Path, "sub");
        Commit(directory);
        Assert.Equal("", Files(Run(directory, "--changed=HEAD")));

        directory.Write("sub/edited.yaml", Other);
        Assert.Equal("sub/edited.yaml", Files(Run(directory, "--changed=HEAD")));

        RunGit(directory, "-C", "sub", "add", "-A");
        RunGit(directory, "-C", "sub", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a");
        Assert.Equal("sub/edited.yaml sub/same.yaml", Files(Run(directory, "--changed=HEAD")));

        RunGit(directory, "-C", ".", "clone", "-q", other.Path, "stray");
        Assert.Equal("stray/same.yaml", Files(Run(directory, "--changed=HEAD", "stray")));
    }

    [Fact]
    public void In_a_directory_below_the_top()
    {
        using var directory = Repository(("in/a.yaml", Other), ("in/b.yaml", Samples.Clean));
        directory.Write("in/b.yaml", Other);

        Assert.Equal("b.yaml", Files(new Omlint(directory["in"]).Run("--target", "1.6.3", "-q", "--changed=HEAD")));
    }

    [Fact]
    public void With_a_baseline_only_entries_of_changed_files_are_stale()
    {
        using var directory = Repository(("a.yaml", Other), ("b.yaml", Other));
        Run(directory, "--baseline", "known.json", "--write-baseline");
        directory.Write("a.yaml", Samples.Clean);
        Commit(directory);
        directory.Write("b.yaml", Samples.Clean);

        Assert.Equal("`b.yaml` no longer has this OM1009", Run(directory, "--baseline", "known.json", "--changed=HEAD", "-q").Output.Trim().Split("[OM0012] ")[1]);
    }

    [Theory]
    [InlineData("git knows no commit `nowhere`; where the clone is shallow, fetch it first", "--changed=nowhere")]
    [InlineData("git knows no commit `nowhere`", "--changed-lines=nowhere")]
    [InlineData("git knows no commit `--output=x`", "--changed=--output=x")]
    [InlineData("git knows no commit `HEAD:a.yaml`", "--changed=HEAD:a.yaml")]
    [InlineData("`other` and HEAD have no common ancestor that is known", "--changed=other")]
    [InlineData("`--changed` needs a value", "--changed=")]
    [InlineData("`--changed` is given twice", "--changed", "--changed=main")]
    [InlineData("`--changed` is about files and `--changed-lines` about lines", "--changed", "--changed-lines")]
    [InlineData("`--changed` is about files, and `-` reads standard input", "--changed", "-")]
    [InlineData("a baseline is of everything that is checked; leave out `--changed`", "--changed", "--baseline", "x", "--write-baseline")]
    [InlineData("`--changed-lines` is about lines as they are, and a fix moves them; use `--changed`", "--changed-lines", "--fix")]
    public void Mistakes_are_errors_and_never_a_pass(string message, params string[] words)
    {
        using var directory = Repository(("a.yaml", Samples.Clean));
        RunGit(directory, "checkout", "-q", "--orphan", "other");
        directory.Write("b.yaml", Samples.Clean);
        Commit(directory);
        RunGit(directory, "checkout", "-q", "main");

        var run = Run(directory, words);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"omlint: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_behind_a_blank_is_a_path()
    {
        using var directory = Repository(("a.yaml", Samples.Clean));

        var run = Run(directory, "--changed", "main");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("`main` does not exist; a git reference is written `--changed=main`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_work_tree_or_a_commit_nobody_knows()
    {
        using var none = Samples.Directory(("a.yaml", Samples.Clean));
        using var empty = Samples.Directory(("a.yaml", Samples.Clean));
        RunGit(empty, "init", "-q", "-b", "main", ".");
        using var unusual = Repository(("a.yaml", Samples.Clean));
        RunGit(unusual, "branch", "-qm", "trunk");
        using var outside = Repository(("a.yaml", Samples.Clean));

        Assert.Equal((2, "", "omlint: this is no git work tree, so nobody knows what changed\n"), Run(none, "--changed").Said);
        Assert.Equal((2, "", "omlint: the repository has no commit yet, so there is nothing to compare with\n"), Run(empty, "--changed").Said);
        Assert.Equal(
            (2, "", "omlint: there is neither `origin/HEAD` nor a branch `main` or `master` to compare with; name a reference, as in `--changed=HEAD`\n"),
            Run(unusual, "--changed").Said);
        Assert.Contains("is not in the git work tree", Run(outside, "--changed", none["a.yaml"]).Error, StringComparison.Ordinal);
        Assert.Equal(2, Run(outside, "--changed", none["a.yaml"]).ExitCode);
    }

    [Fact]
    public void Nothing_that_the_repository_names_is_run()
    {
        using var directory = Repository(("a.yaml", Samples.Clean), (".gitattributes", "*.yaml filter=evil diff=evil\n"));
        var script = directory.Write("evil.sh", $"#!/bin/sh\ntouch '{directory["ran"]}'\ncat\n");
        directory.SetMode("evil.sh", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.Copy(script, directory["git"]);
        foreach (var key in (string[])["core.fsmonitor", "core.pager", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.process", "core.sshCommand"])
            RunGit(directory, "config", key, script);
        RunGit(directory, "config", "filter.evil.required", "true");
        directory.Write(".git/hooks/post-index-change", File.ReadAllText(script));
        directory.SetMode(".git/hooks/post-index-change", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        directory.Write("a.yaml", Other);

        Assert.Equal("a.yaml", Files(Run(directory, "--changed=HEAD")));
        Assert.Equal("a.yaml", Files(Run(directory, "--changed-lines=HEAD")));
        Assert.False(File.Exists(directory["ran"]));
    }

    private static OmlintRun Run(TemporaryDirectory directory, params string[] words) => Omlint.Run(directory, ["--target", "1.6.3", .. words]);

    private static string Files(OmlintRun run)
    {
        Assert.InRange(run.ExitCode, 0, 1);
        var words = run.Output.Split('\n').Where(line => line.StartsWith("  --> ", StringComparison.Ordinal) || line.Contains(": error[", StringComparison.Ordinal));
        return string.Join(' ', words.Select(line => line.Replace("  --> ", "", StringComparison.Ordinal).Split(':')[0]).Distinct());
    }

    private static TemporaryDirectory Repository(params (string Path, string Text)[] files)
    {
        var directory = Samples.Directory(files);
        RunGit(directory, "init", "-q", "-b", "main", ".");
        Commit(directory);
        return directory;
    }

    private static void Branch(TemporaryDirectory directory) => RunGit(directory, "checkout", "-q", "-b", "branch");

    private static void Commit(TemporaryDirectory directory)
    {
        RunGit(directory, "add", "-A");
        RunGit(directory, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "a");
    }

    private static void RunGit(TemporaryDirectory directory, params string[] arguments) => Assert.Equal(0, Git.Run(directory.Path, "", arguments).ExitCode);
}
