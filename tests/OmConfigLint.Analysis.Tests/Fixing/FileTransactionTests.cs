using System.Collections.Immutable;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Fixing;

public sealed class FileTransactionTests
{
    [Fact]
    public void Writes_changed_and_created_files()
    {
        using var root = new TemporaryDirectory("a.yaml", "x/b.yaml");

        var result = Commit(root, changed: ["a.yaml", "x/b.yaml"], created: ["x/c.yaml"]);

        Assert.Null(result.Error);
        Assert.Equal("new a.yaml", root.Read("a.yaml"));
        Assert.Equal("new x/b.yaml", root.Read("x/b.yaml"));
        Assert.Equal("new x/c.yaml", root.Read("x/c.yaml"));
        Assert.Equal(["a.yaml", "x/b.yaml", "x/c.yaml"], root.Files());
    }

    [Theory]
    [InlineData(FileEncoding.Utf8WithBom)]
    [InlineData(FileEncoding.Utf16BigEndian)]
    public void Keeps_the_encoding(FileEncoding encoding)
    {
        using var root = new TemporaryDirectory();
        root.Write("a.yaml", FileEncodings.GetBytes("é: 1", encoding));
        var before = new SourceFile("a.yaml", root["a.yaml"], "é: 1", encoding);

        var result = new FileTransaction(root.Path).Commit([(before, before.WithText("é: 2"))], []);

        Assert.Null(result.Error);
        Assert.Equal(FileEncodings.GetBytes("é: 2", encoding), File.ReadAllBytes(root["a.yaml"]));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Keeps_the_mode_and_gives_it_to_created_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no modes");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite;
        using var root = new TemporaryDirectory("a.yaml");
        File.SetUnixFileMode(root["a.yaml"], Mode);

        Assert.Null(Commit(root, changed: ["a.yaml"], created: ["b.yaml"]).Error);

        Assert.Equal(Mode, File.GetUnixFileMode(root["a.yaml"]));
        Assert.Equal(Mode, File.GetUnixFileMode(root["b.yaml"]));
    }

    [Fact]
    public void Keeps_the_owner_where_it_may()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root gives files away");
        using var root = new TemporaryDirectory("a.yaml");
        Run("chown", "1234:2345", root["a.yaml"]);

        Assert.Null(Commit(root, changed: ["a.yaml"], created: ["b.yaml"]).Error);

        Assert.Equal("1234:2345 1234:2345", Run("stat", "-c", "%u:%g", root["a.yaml"], root["b.yaml"]).Trim().ReplaceLineEndings(" "));
    }

    [Fact]
    public void Refuses_to_overwrite_what_a_created_file_meets()
    {
        using var root = new TemporaryDirectory("a.yaml", "b.yaml");

        var result = Commit(root, changed: ["a.yaml"], created: ["b.yaml"]);

        AssertUnchanged(root, "`b.yaml` cannot be written: it exists already; nothing was changed", result);
    }

    [Fact]
    public void Refuses_to_overwrite_what_comes_in_the_last_moment()
    {
        using var root = new TemporaryDirectory("a.yaml");
        var disk = new FaultyDisk { BeforeStep = step => step.StartsWith("place", StringComparison.Ordinal) ? () => root.Write("b.yaml", "b.yaml") : null };

        var result = Commit(root, changed: ["a.yaml"], created: ["b.yaml"], disk);

        AssertUnchanged(root, "`b.yaml` cannot be written: it exists already; nothing was changed", result);
    }

    [Fact]
    public void Refuses_to_write_over_somebody_elses_change()
    {
        using var root = new TemporaryDirectory("a.yaml", "b.yaml");
        root.Write("b.yaml", "b.yaml changed");

        var result = Commit(root, changed: ["a.yaml", "b.yaml"], created: ["c.yaml"]);

        Assert.Equal("`b.yaml` cannot be written: it changed on disk since it was read; nothing was changed", result.Error);
        Assert.Equal("a.yaml", root.Read("a.yaml"));
        Assert.Equal("b.yaml changed", root.Read("b.yaml"));
        Assert.Equal(["a.yaml", "b.yaml"], root.Files());
    }

    [Fact]
    public void Refuses_a_file_that_has_vanished()
    {
        using var root = new TemporaryDirectory("a.yaml");

        var result = Commit(root, changed: ["a.yaml", "b.yaml"], created: []);

        AssertUnchanged(root, "`b.yaml` cannot be written: it is no longer there; nothing was changed", result);
    }

    [Fact]
    public void Refuses_a_read_only_file()
    {
        using var root = new TemporaryDirectory("a.yaml", "b.yaml");
        File.SetAttributes(root["b.yaml"], FileAttributes.ReadOnly);

        var result = Commit(root, changed: ["a.yaml", "b.yaml"], created: []);

        AssertUnchanged(root, "`b.yaml` cannot be written: it is read-only; nothing was changed", result);
        File.SetAttributes(root["b.yaml"], FileAttributes.Normal);
    }

    [Fact]
    public void Says_that_a_directory_is_missing()
    {
        using var root = new TemporaryDirectory("a.yaml");

        var result = Commit(root, changed: ["a.yaml"], created: ["x/b.yaml"]);

        AssertUnchanged(root, "`x/b.yaml` cannot be written: its directory is not there; nothing was changed", result);
    }

    [Fact]
    public void Writes_through_a_link_within_the_tree_only()
    {
        using var elsewhere = new TemporaryDirectory("secret.yaml");
        using var root = new TemporaryDirectory("a.yaml", "x/b.yaml");
        root.Link("link.yaml", "x/b.yaml");
        root.Link("out.yaml", elsewhere["secret.yaml"]);
        root.Link("out", elsewhere.Path);

        Assert.Null(Commit(root, [(Source(root, "link.yaml", "x/b.yaml"), Source(root, "link.yaml", "new"))], []).Error);
        Assert.Equal("new", root.Read("x/b.yaml"));
        Assert.Equal("x/b.yaml", new FileInfo(root["link.yaml"]).LinkTarget);

        const string Refused = "cannot be written: it is a link that leads out of the tree or in a loop; nothing was changed";
        Assert.Equal($"`out.yaml` {Refused}", Commit(root, [(Source(root, "out.yaml", "secret.yaml"), Source(root, "out.yaml", "new"))], []).Error);
        Assert.Equal($"`out/c.yaml` {Refused}", Commit(root, [], [(Source(root, "a.yaml", "a.yaml"), Source(root, "out/c.yaml", "new"))]).Error);
        Assert.Equal("secret.yaml", elsewhere.Read("secret.yaml"));
        Assert.Equal(["secret.yaml"], elsewhere.Files());
    }

    [Fact]
    public void Refuses_two_changes_of_one_file_under_two_names()
    {
        using var root = new TemporaryDirectory("a.yaml");
        root.Link("b.yaml", "a.yaml");

        var error = Commit(
            root,
            [
                (Source(root, "a.yaml", "a.yaml"), Source(root, "a.yaml", "new")),
                (Source(root, "b.yaml", "a.yaml"), Source(root, "b.yaml", "newer")),
            ],
            []).Error;

        Assert.Equal("`b.yaml` cannot be written: it is the same file as `a.yaml`; nothing was changed", error);
        Assert.Equal("a.yaml", root.Read("a.yaml"));
    }

    [Fact]
    public void Never_creates_a_file_through_a_link_to_nothing()
    {
        using var root = new TemporaryDirectory("a.yaml");
        root.Link("b.yaml", "c.yaml");

        var result = Commit(root, changed: ["a.yaml"], created: ["b.yaml"]);

        Assert.Equal("`b.yaml` cannot be written: it exists already; nothing was changed", result.Error);
        Assert.Equal(["a.yaml", "b.yaml"], root.Files());
    }

    [Fact]
    public void Whatever_step_fails_nothing_is_changed()
    {
        var steps = StepsOf(new FaultyDisk());
        Assert.Equal(
            """
            write and flush a temporary file
            write and flush a temporary file
            write and flush a temporary file
            compare a.yaml
            compare b.yaml
            write a temporary file
            place c.yaml
            replace a.yaml
            replace b.yaml
            flush the directory
            delete a temporary file
            delete a temporary file
            """.ReplaceLineEndings("\n"),
            string.Join('\n', steps));

        for (var i = 0; steps[i] != "flush the directory"; i++)
        {
            foreach (var fault in (Exception[])[new IOException("No space left on device : '/x'"), new UnauthorizedAccessException(), new InvalidDataException("a bug")])
            {
                using var root = new TemporaryDirectory("a.yaml", "b.yaml");
                var step = i;
                var disk = new FaultyDisk { BeforeStep = _ => step-- == 0 ? () => throw fault : null };
                if (fault is InvalidDataException)
                {
                    Assert.Same(fault, Assert.ThrowsAny<Exception>(() => Commit(root, ["a.yaml", "b.yaml"], ["c.yaml"], disk)));
                }
                else
                {
                    var error = Commit(root, ["a.yaml", "b.yaml"], ["c.yaml"], disk).Error;
                    Assert.Matches("^`[abc].yaml` cannot be written: (no space left on device|permission denied); nothing was changed$", error);
                }

                Assert.Equal(["a.yaml", "b.yaml"], root.Files());
                Assert.Equal("a.yaml", root.Read("a.yaml"));
                Assert.Equal("b.yaml", root.Read("b.yaml"));
            }
        }
    }

    [Fact]
    public void A_file_that_was_written_in_part_is_removed()
    {
        using var root = new TemporaryDirectory("a.yaml");
        var disk = new FaultyDisk { WritesInPart = true };

        AssertUnchanged(root, "`a.yaml` cannot be written: no space left on device; nothing was changed", Commit(root, ["a.yaml"], [], disk));
    }

    [Fact]
    public void Whenever_the_process_is_killed_every_file_is_wholly_old_or_new()
    {
        for (var steps = 0; steps < StepsOf(new FaultyDisk()).Count; steps++)
        {
            using var root = new TemporaryDirectory("a.yaml", "b.yaml");
            var left = steps;
            // From one step on, nothing reaches the disk any more: neither the rest of the work nor what would undo it.
            var disk = new FaultyDisk { BeforeStep = _ => left-- <= 0 ? () => throw new IOException("killed") : null };

            Commit(root, ["a.yaml", "b.yaml"], ["c.yaml"], disk);

            Assert.Contains(root.Read("a.yaml"), (string[])["a.yaml", "new a.yaml"]);
            Assert.Contains(root.Read("b.yaml"), (string[])["b.yaml", "new b.yaml"]);
            Assert.True(!File.Exists(root["c.yaml"]) || root.Read("c.yaml") == "new c.yaml");
            Assert.True(root.Read("a.yaml") == "a.yaml" || File.Exists(root["c.yaml"]), "what moved out of a.yaml is in no file");
            Assert.All(root.Files().Except(["a.yaml", "b.yaml", "c.yaml"]), file => Assert.Matches(@"^\.omlint-[0-9a-f]{16}\.tmp$", file));
        }
    }

    [Fact]
    public void Says_so_if_a_change_cannot_be_taken_back()
    {
        using var root = new TemporaryDirectory("a.yaml", "b.yaml");
        var disk = new FaultyDisk { BeforeStep = step => step == "replace b.yaml" ? () => throw new IOException("I/O error") : null, ReplacesOnce = true };

        var error = Commit(root, ["a.yaml", "b.yaml"], [], disk).Error;

        var backup = Assert.Single(root.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.Equal(
            $"`b.yaml` cannot be written: i/O error; `a.yaml` was changed and cannot be put back: i/O error; its old content is in `{root[backup]}`", error);
        Assert.Equal("a.yaml", root.Read(backup));
    }

    [Fact]
    public void Flushes_few_files_one_by_one_and_many_at_once()
    {
        using var root = new TemporaryDirectory([.. Enumerable.Range(0, 100).Select(i => $"{i}.yaml")]);
        var disk = new FaultyDisk();
        var transaction = new FileTransaction(root.Path, disk);
        for (var i = 0; i < 100; i++)
            Assert.Null(transaction.Commit([(Source(root, $"{i}.yaml", $"{i}.yaml"), Source(root, $"{i}.yaml", "new"))], []).Error);
        transaction.Flush();

        Assert.Equal(64, disk.Steps.Count(step => step == "write and flush a temporary file"));
        Assert.Equal(36, disk.Steps.Count(step => step == "write a temporary file"));
        Assert.Equal("flush the file system", disk.Steps[^1]);
    }

    [Fact]
    public void Does_nothing_for_nothing()
    {
        using var root = new TemporaryDirectory();

        Assert.Null(new FileTransaction(root.Path).Commit([], []).Error);
    }

    private static List<string> StepsOf(FaultyDisk disk)
    {
        using var root = new TemporaryDirectory("a.yaml", "b.yaml");
        Assert.Null(Commit(root, ["a.yaml", "b.yaml"], ["c.yaml"], disk).Error);
        return disk.Steps;
    }

    /// <summary>Every file holds its own path and gets <c>new</c> before it; created ones come from the first changed one.</summary>
    [Fact]
    public void What_a_killed_process_left_is_removed_once_nobody_is_at_work_on_it()
    {
        using var root = new TemporaryDirectory("a.yaml", "below/.omlint-00112233445566aa.tmp");
        string[] stay = [".omlint-00112233445566bb.tmp", ".omlint-00112233445566.tmp", ".omlint-00112233445566CC.tmp", ".omlint-notes-of-my-own.tmp"];
        foreach (var name in (string[])[.. stay, ".omlint-00112233445566dd.tmp"])
        {
            root.Write(name, name);
            if (name != stay[0])
                File.SetLastWriteTimeUtc(root[name], File.GetLastWriteTimeUtc(root[name]) - TimeSpan.FromMinutes(11));
        }

        Assert.True(Commit(root, changed: ["a.yaml"], created: []).Succeeded);

        Assert.Equal([.. stay.Append("a.yaml").Append("below/.omlint-00112233445566aa.tmp").Order(StringComparer.Ordinal)], root.Files());
    }

    private static FileTransactionResult Commit(TemporaryDirectory root, string[] changed, string[] created, IFileOperations? disk = null) => Commit(
        root,
        [.. changed.Select(path => (Source(root, path, path), Source(root, path, $"new {path}")))],
        [.. created.Select(path => (Source(root, changed[0], changed[0]), Source(root, path, $"new {path}")))],
        disk);

    private static FileTransactionResult Commit(
        TemporaryDirectory root,
        ImmutableArray<(SourceFile Before, SourceFile After)> changed,
        ImmutableArray<(SourceFile Origin, SourceFile File)> created,
        IFileOperations? disk = null) => new FileTransaction(root.Path, disk ?? new FileOperations()).Commit(changed, created);

    private static SourceFile Source(TemporaryDirectory root, string path, string text) => new(path, root[path], text);

    private static void AssertUnchanged(TemporaryDirectory root, string error, FileTransactionResult result)
    {
        Assert.Equal(error, result.Error);
        Assert.All(root.Files(), file => Assert.Equal(file, root.Read(file)));
    }

    private static string Run(string command, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    /// <summary>The real disk, which fails where a test wants it to, and tells what was done.</summary>
    private sealed class FaultyDisk : IFileOperations
    {
        private readonly FileOperations _disk = new();
        private bool _hasReplaced;

        /// <summary>What happens before a step; null for nothing.</summary>
        public Func<string, Action?>? BeforeStep { get; init; }

        /// <summary>Leaves half a file and fails.</summary>
        public bool WritesInPart { get; init; }

        /// <summary>Fails from the second replacement on.</summary>
        public bool ReplacesOnce { get; init; }

        public List<string> Steps { get; } = [];

        public bool Exists(string path) => _disk.Exists(path);

        public bool IsReadOnly(string path) => _disk.IsReadOnly(path);

        public bool Holds(string path, ReadOnlySpan<byte> content)
        {
            Step("compare", path);
            return _disk.Holds(path, content);
        }

        public bool CanFlushFileSystem => true;

        public void WriteNew(string path, ReadOnlySpan<byte> content, string? modeOf, bool flush)
        {
            Step(flush ? "write and flush" : "write", path);
            _disk.WriteNew(path, WritesInPart ? content[..(content.Length / 2)] : content, modeOf, flush);
            if (WritesInPart)
                throw new IOException("No space left on device : '/x'");
        }

        public void Replace(string source, string target)
        {
            Step("replace", target);
            if (ReplacesOnce && _hasReplaced)
                throw new IOException("I/O error");
            _hasReplaced = true;
            _disk.Replace(source, target);
        }

        public void Place(string source, string target)
        {
            Step("place", target);
            _disk.Place(source, target);
        }

        public void Delete(string path)
        {
            Step("delete", path);
            _disk.Delete(path);
        }

        public void RemoveLeftovers(string temporary) => _disk.RemoveLeftovers(temporary);

        public void FlushDirectory(string path)
        {
            Steps.Add("flush the directory");
            _disk.FlushDirectory(path);
        }

        public void FlushFileSystem(string path)
        {
            Steps.Add("flush the file system");
            _disk.FlushFileSystem(path);
        }

        private void Step(string verb, string path)
        {
            var step = $"{verb} {(path.EndsWith(".tmp", StringComparison.Ordinal) ? "a temporary file" : Path.GetFileName(path))}";
            Steps.Add(step);
            BeforeStep?.Invoke(step)?.Invoke();
        }
    }
}
