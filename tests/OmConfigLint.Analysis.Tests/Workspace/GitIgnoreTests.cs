using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Workspace;

public sealed class GitIgnoreTests
{
    [Theory]
    [InlineData("*.log", "a.log", "b/a.log", "a.log/b.yaml", "alog", "a.logs")]
    [InlineData("build/", "build/a.yaml", "x/build/a.yaml", "build.yaml", "x/build")]
    [InlineData("/build", "build/a.yaml", "x/build/a.yaml", "build")]
    [InlineData("a/b", "a/b/c.yaml", "x/a/b/c.yaml")]
    [InlineData("**/a/b", "a/b/c.yaml", "x/a/b/c.yaml", "x/y/a/b/c.yaml")]
    [InlineData("a/**/b", "a/b/c.yaml", "a/x/b/c.yaml", "a/x/y/b/c.yaml", "axb/c.yaml")]
    [InlineData("a/**", "a/b.yaml", "a/x/b.yaml", "x/a/b.yaml", "a.yaml")]
    [InlineData("a**/b", "a/b.yaml", "ab/b", "ax/y/b", "ab")]
    [InlineData("*.yaml\n!keep.yaml", "a.yaml", "keep.yaml", "x/keep.yaml")]
    [InlineData("x/\n!x/keep.yaml", "x/a.yaml", "x/keep.yaml")]
    [InlineData("x/*\n!x/keep.yaml", "x/a.yaml", "x/keep.yaml")]
    [InlineData("\\#a\n#b\n\\!c", "#a", "#b", "b", "!c", "c")]
    [InlineData("a\\ \nb  \nc\\\\ ", "a ", "a", "b", "b  ", "c\\", "c\\ ")]
    [InlineData("a\\*b", "a*b", "axb")]
    [InlineData("[ab].yaml\n[!a-c]x\n[[:digit:]]y", "a.yaml", "c.yaml", "dx", "bx", "1y", "ay")]
    [InlineData("[]-]x\n[a\n[\\]]y", "]x", "-x", "[a", "a", "]y")]
    [InlineData("a?c", "abc", "a/c", "ac", "aéc")]
    [InlineData("a\\", "a", "a\\")]
    [InlineData("\uFEFFa\r\nb\r\n", "a", "b", "b\r")]
    [InlineData("/", "a")]
    [InlineData("!", "!", "a")]
    [InlineData("/*\n!/x/", "a.yaml", "x/a.yaml", "y/a.yaml")]
    [InlineData("foo/*.yaml\nfoo/**/*.json", "foo/a.yaml", "foo/x/a.yaml", "foo/a.json", "foo/x/y/a.json")]
    [InlineData("a//b\n./c\n../d", "a/b", "c", "d")]
    [InlineData("*/x\n**/y/**/z", "a/x", "x", "a/b/x", "y/z", "a/y/b/c/z")]
    [InlineData("\t\n \n", "a", "\t")]
    public void Ignores_what_git_ignores(string patterns, params string[] paths) => AssertEqualsGit([(patterns, paths)]);

    [Fact]
    public void Ignores_what_git_ignores_for_any_patterns_and_paths()
    {
        var piece = Gen.Elements("a", "b", "x", "*", "**", "***", "?", "/", "/", "[ab]", "[!a]", "[a-", "\\", "\\*", "!", "#", " ", ".", "é", "-", "]");
        var pattern = Gen.ListOf(piece, 5).Select(string.Concat);
        var name = Gen.Elements("a", "b", "x", "ab", "ba", "a.b", "é", "a b", "#a", "!a", "*", "aé", "xab", "]", "-", "a-");
        var path = Gen.NonEmptyListOf(name).Select(names => string.Join('/', names.Take(4)));
        var cases = Gen.Zip(Gen.ListOf(pattern, 4).Select(lines => string.Join('\n', lines)), Gen.ListOf(path, 12).Select(paths => paths.ToArray()));
        Check.One(
            RandomCases.Of(2),
            Prop.ForAll(Arb.From(Gen.ListOf(cases, 200)), all => AssertEqualsGit(all)));
    }

    [Theory]
    [InlineData("*.LOG\nBuild/\n/Dist\n[A-C]x\na/**/B", "a.log", "A.LOG", "build/x", "DIST", "bx", "Bx", "dx", "A/x/b/c")]
    public void Ignores_case_where_git_does(string patterns, params string[] paths) => AssertEqualsGit([(patterns, paths)], ignoreCase: true);

    [Fact]
    public void Takes_no_more_time_for_patterns_that_are_made_to_take_it()
    {
        var pattern = GitIgnorePattern.Parse($"{string.Concat(Enumerable.Repeat("**/*a*/", 60))}b", ignoreCase: false)!;

        Assert.False(pattern.IsMatch(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aaaaaaaa/", 400))), isDirectory: false));
    }

    /// <summary>Each case has a directory of its own, so that one process of git answers for all.</summary>
    private static void AssertEqualsGit(IEnumerable<(string Patterns, string[] Paths)> cases, bool ignoreCase = false)
    {
        using var repository = new TemporaryDirectory();
        Git.Run(repository.Path, "", "init", "-q");
        Git.Run(repository.Path, "", "config", "core.ignorecase", ignoreCase ? "true" : "false");
        var all = cases.Select((item, i) => (item.Patterns, Directory: $"{i}", Files: WriteFiles(repository, $"{i}", item.Paths))).ToList();
        foreach (var (patterns, directory, _) in all)
            repository.Write($"{directory}/.gitignore", patterns);

        var (_, output) = Git.Run(
            repository.Path, string.Join('\0', all.SelectMany(item => item.Files)), "check-ignore", "--stdin", "-z", "--no-index");
        var ignoredByGit = output.Split('\0').ToHashSet();
        foreach (var (patterns, directory, files) in all)
        {
            var scope = GitIgnoreScope.Create(null, repository[directory], patterns.TrimStart('\uFEFF'), ignoreCase);
            foreach (var file in files)
            {
                Assert.True(
                    ignoredByGit.Contains(file) == IsIgnored(scope, repository[directory], repository[file]),
                    $"git {(ignoredByGit.Contains(file) ? "ignores" : "does not ignore")} {file} by\n{patterns}");
            }
        }
    }

    /// <summary>git looks at the disk to see what is a directory; where two paths cannot both exist, the first wins.</summary>
    private static List<string> WriteFiles(TemporaryDirectory repository, string directory, IEnumerable<string> paths) =>
        [.. paths.Select(path => $"{directory}/{path}").Where(path => TryWrite(repository, path)).Distinct()];

    /// <summary>As the walk does: a directory that is ignored is not entered.</summary>
    private static bool IsIgnored(GitIgnoreScope scope, string root, string path)
    {
        for (var slash = path.IndexOf('/', root.Length + 1); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (scope.IsIgnored(Encoding.UTF8.GetBytes(path[..slash]), isDirectory: true))
                return true;
        }

        return scope.IsIgnored(Encoding.UTF8.GetBytes(path), isDirectory: false);
    }

    private static bool TryWrite(TemporaryDirectory directory, string path)
    {
        try
        {
            directory.Write(path, "");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
