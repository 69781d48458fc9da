using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Workspace;

public sealed class FileDiscoveryTests
{
    [Fact]
    public void Finds_files_by_extension_sorted_ordinally()
    {
        using var root = new TemporaryDirectory("b.yaml", "a/z.yml", "a-b.JSON", "B.yaml", "notes.md", "yaml", ".hidden/.c.yaml");

        AssertFound(root, ["."], ".hidden/.c.yaml", "B.yaml", "a-b.JSON", "a/z.yml", "b.yaml");
    }

    [Fact]
    public void Shows_paths_below_the_root_relative_and_others_absolute()
    {
        using var root = new TemporaryDirectory("a.yaml");
        using var elsewhere = new TemporaryDirectory("b.yaml");

        AssertFound(root, [root["a.yaml"], elsewhere.Path], [elsewhere["b.yaml"], "a.yaml named"]);
        AssertFound(elsewhere, [System.IO.Path.GetRelativePath(elsewhere.Path, root["a.yaml"])], $"{root["a.yaml"]} named");
    }

    [Fact]
    public void Finds_each_file_once_and_remembers_that_it_was_named()
    {
        using var root = new TemporaryDirectory("a.yaml", "x/b.yaml");

        AssertFound(root, ["x", "x/../x/b.yaml", ".", "x/b.yaml", "**/*.yaml"], "a.yaml", "x/b.yaml named");
        AssertFound(root, ["x/b.yaml", "."], "a.yaml", "x/b.yaml named");
    }

    [Theory]
    [InlineData(".git/a.yaml")]
    [InlineData(".hg/a.yaml")]
    [InlineData(".svn/a.yaml")]
    [InlineData("x/node_modules/y/a.yaml")]
    [InlineData("x/.venv/a.yaml")]
    [InlineData("venv/a.yaml")]
    [InlineData(".tox/a.yaml")]
    [InlineData(".nox/a.yaml")]
    [InlineData("site-packages/a.yaml")]
    [InlineData("__pycache__/a.yaml")]
    public void Leaves_out_what_is_nobodys_own_file_unless_it_is_named(string path)
    {
        using var root = new TemporaryDirectory(path, "b.yaml");

        AssertFound(root, ["."], "b.yaml");
        AssertFound(root, [path], $"{path} named");
        AssertFound(root, [System.IO.Path.GetDirectoryName(path)!], path);
    }

    [Fact]
    public void Leaves_out_virtual_environments_of_any_name()
    {
        using var root = new TemporaryDirectory("env/pyvenv.cfg", "env/lib/a.yaml", "pyvenv.cfg", "b.yaml");

        AssertFound(root, ["."], "b.yaml");
        AssertFound(root, ["env"], "env/lib/a.yaml");
    }

    [Fact]
    public void Respects_nested_ignore_files_and_those_above()
    {
        using var root = new TemporaryDirectory(
            ".git/HEAD", "a.yaml", "a.gen.yaml", "x/b.gen.yaml", "x/keep.gen.yaml", "x/out/c.yaml", "x/y/d.yaml", "x/y/e.local.yaml", "excluded.yaml");
        root.Write(".gitignore", "*.gen.yaml\nout/\n");
        root.Write("x/.gitignore", "!keep.*\n/y/e.*\n");
        root.Write(".git/info/exclude", "excluded.yaml\nx/y/d.yaml\n");

        AssertFound(root, ["."], "a.yaml", "x/keep.gen.yaml");
        AssertFound(root, ["x"], "x/keep.gen.yaml");
        AssertFound(root, ["x/out"], "x/out/c.yaml");
        AssertFound(root, ["a.gen.yaml", "x/out/c.yaml"], "a.gen.yaml named", "x/out/c.yaml named");
    }

    [Fact]
    public void Finds_the_untracked_files_that_git_finds()
    {
        var directory = Gen.Elements("", "a/", "b/", "a/b/", "a/a/", "b/a/b/", "x y/", "é/");
        var file = Gen.Zip(directory, Gen.Elements("a.yaml", "b.yaml", "ab.yaml", "é.yaml")).Select(parts => parts.Item1 + parts.Item2);
        var pattern = Gen.Elements("a", "b/", "/a", "*.yaml", "!a.yaml", "a/b", "**/b", "a/**", "!b/", "?.yaml", "!/a/", "/*", "é*", "x\\ y", "[!a].yaml", "b.yaml ");
        var ignoreFile = Gen.Zip(directory, Gen.NonEmptyListOf(pattern).Select(lines => string.Join('\n', lines.Take(4))));
        Check.One(
            RandomCases.Of(40),
            Prop.ForAll(Arb.From(Gen.Zip(Gen.ListOf(file, 16), Gen.ListOf(ignoreFile, 4))), tree =>
            {
                using var root = new TemporaryDirectory([.. tree.Item1]);
                Git.Run(root.Path, "", "init", "-q");
                foreach (var (place, patterns) in tree.Item2)
                    root.Write($"{place}.gitignore", patterns);

                var (_, output) = Git.Run(root.Path, "", "ls-files", "--others", "--exclude-standard", "-z");
                var expected = output.Split('\0').Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
                AssertFound(root, ["."], [.. expected]);
            }));
    }

    [Fact]
    public void Looks_for_ignore_files_above_only_within_a_work_tree()
    {
        using var outer = new TemporaryDirectory(".git/HEAD", "repository/.git/HEAD", "repository/a.yaml", "plain/a.yaml");
        using var noRepository = new TemporaryDirectory("x/a.yaml", "x/b.yaml");
        outer.Write(".gitignore", "a.yaml");
        noRepository.Write(".gitignore", "a.yaml");
        noRepository.Write("x/.gitignore", "b.yaml");

        AssertFound(outer, ["."], "repository/a.yaml");
        AssertFound(outer, ["repository"], "repository/a.yaml");
        AssertFound(outer, ["plain"]);
        AssertFound(noRepository, ["x"], "x/a.yaml");
        AssertFound(noRepository, ["."]);
    }

    [Theory]
    [InlineData("*.yml", "b.yml")]
    [InlineData("x/**/*.yaml", "x/c.yaml", "x/y/d.yaml", "x/y/z/e.yaml")]
    [InlineData("**/z/*", "x/y/z/e.yaml")]
    [InlineData("x/*/*.yaml", "x/y/d.yaml")]
    [InlineData("{a,b}.{yaml,yml}", "a.yaml", "b.yml")]
    [InlineData("x/{c,{y/d,y/z/e}}.yaml", "x/c.yaml", "x/y/d.yaml", "x/y/z/e.yaml")]
    [InlineData("[a-b].y*", "a.yaml", "b.yml")]
    [InlineData("?.yaml", "a.yaml")]
    [InlineData("./x/../x/*.yaml", "x/c.yaml")]
    public void Expands_globs(string glob, params string[] expected)
    {
        using var root = new TemporaryDirectory("a.yaml", "b.yml", "x/c.yaml", "x/y/d.yaml", "x/y/z/e.yaml", "x/node_modules/f.yaml", "notes.md");

        AssertFound(root, [glob], expected);
        AssertFound(root, [root[glob]], expected);
    }

    [Fact]
    public void Takes_a_file_whose_name_looks_like_a_glob_as_a_file()
    {
        using var root = new TemporaryDirectory("a[1].yaml", "a1.yaml", "*.yaml", "{a,b}.yaml");

        AssertFound(root, ["a[1].yaml", "*.yaml", "{a,b}.yaml"], "*.yaml named", "a[1].yaml named", "{a,b}.yaml named");
    }

    [Fact]
    public void Says_what_cannot_be_looked_at_and_goes_on()
    {
        using var root = new TemporaryDirectory("a.yaml", "notes.md", "x/y.txt");

        AssertFound(
            root,
            ["a.yaml", "missing.yaml", "missing/", "*.json", "nowhere/*.yaml", "x/**", "", "notes.md", "a.yaml/b.yaml", "[x.yaml"],
            "a.yaml named",
            "notes.md skipped",
            "! is an empty path",
            "*.json! matches no file that omlint reads",
            "[x.yaml! does not exist",
            "a.yaml/b.yaml! does not exist",
            "missing.yaml! does not exist",
            "missing/! does not exist",
            "nowhere/*.yaml! matches nothing: `nowhere` is no directory",
            "x/**! matches no file that omlint reads");
    }

    [Fact]
    public void Follows_no_links_while_walking()
    {
        using var elsewhere = new TemporaryDirectory("secret.yaml");
        using var root = new TemporaryDirectory("a.yaml", "x/b.yaml");
        root.Link("file.yaml", "a.yaml");
        root.Link("directory", "x");
        root.Link("x/loop", "..");
        root.Link("out", elsewhere.Path);
        root.Link("dangling.yaml", "nothing");

        AssertFound(root, ["."], "a.yaml", "x/b.yaml");
        AssertFound(root, ["**/*.yaml"], "a.yaml", "x/b.yaml");
    }

    [Fact]
    public void Follows_a_named_link_within_the_tree_only()
    {
        using var elsewhere = new TemporaryDirectory("secret.yaml");
        using var root = new TemporaryDirectory("a.yaml", "x/b.yaml");
        root.Link("file.yaml", "a.yaml");
        root.Link("directory", "x");
        root.Link("out.yaml", elsewhere["secret.yaml"]);
        root.Link("out", elsewhere.Path);
        root.Link("dangling.yaml", "nothing.yaml");
        root.Link("loop.yaml", "loop.yaml");
        root.Link("ping", "pong");
        root.Link("pong", "ping");

        AssertFound(root, ["file.yaml", "directory", "."], "a.yaml named", "x/b.yaml");
        AssertFound(root, ["directory/b.yaml"], "x/b.yaml named");
        const string Refused = "is a link that leads out of the tree or in a loop, and is not followed";
        AssertFound(
            root,
            ["out.yaml", "out", "out/secret.yaml", "out/*.yaml", "dangling.yaml", "loop.yaml", "ping"],
            "dangling.yaml! is a link to nothing",
            $"loop.yaml! {Refused}",
            $"out! {Refused}",
            $"out.yaml! {Refused}",
            "out/*.yaml! begins with a link that leads out of the tree, and is not followed",
            $"out/secret.yaml! {Refused}",
            $"ping! {Refused}");
    }

    [Fact]
    public void Works_where_the_root_itself_is_reached_through_a_link()
    {
        using var real = new TemporaryDirectory("project/a.yaml", "project/x/b.yaml");
        real.Link("project/link.yaml", "x/b.yaml");
        real.Link("current", "project");

        AssertFound(real["current"], [".", "link.yaml"], "a.yaml", "x/b.yaml named");
        AssertFound(real["current"], [real["current/x"]], "x/b.yaml");
    }

    [Fact]
    public void Stops_when_asked_to()
    {
        using var root = new TemporaryDirectory("a.yaml");

        Assert.Throws<OperationCanceledException>(() => FileDiscovery.Find(Request(root.Path, ["."]), new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Finds_the_same_in_wide_and_deep_trees_with_any_number_of_threads(int jobs)
    {
        using var root = new TemporaryDirectory();
        root.Write(".gitignore", "*7.yaml\n");
        var expected = new List<string>();
        for (var i = 0; i < 300; i++)
        {
            var path = $"d{i}/{string.Concat(Enumerable.Repeat("e/", i % 20))}f{i}.yaml";
            root.Write(path, "");
            if (i % 10 != 7)
                expected.Add(path);
        }

        var result = FileDiscovery.Find(Request(root.Path, ["."]) with { Jobs = jobs }, TestContext.Current.CancellationToken);

        Assert.Equal(expected.Order(StringComparer.Ordinal), result.Files.Select(file => file.Path));
        Assert.Empty(result.Problems);
    }

    private static DiscoveryRequest Request(string root, string[] paths) =>
        new() { Root = root, Paths = [.. paths] };

    private static void AssertFound(TemporaryDirectory root, string[] paths, params string[] expected) => AssertFound(root.Path, paths, expected);

    /// <summary>Files as <c>path</c> or <c>path named</c>, then <c>path skipped</c>, then <c>path! problem</c>.</summary>
    private static void AssertFound(string root, string[] paths, params string[] expected)
    {
        var result = FileDiscovery.Find(Request(root, paths), TestContext.Current.CancellationToken);
        string[] actual =
        [
            .. result.Files.Select(file => file.IsNamed ? $"{file.Path} named" : file.Path),
            .. result.Skipped.Select(path => $"{path} skipped"),
            .. result.Problems.Select(problem => $"{problem.Path}! {problem.Message}"),
        ];
        Assert.Equal(expected, actual);
        Assert.All(result.Files, file => Assert.True(File.Exists(file.FullPath)));
    }
}
