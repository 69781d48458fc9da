using OmConfigLint.Syntax.Requirements;
using OmConfigLint.Syntax.Tests.Tokens;
using OmConfigLint.Syntax.Tests.Yaml;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Requirements;

public sealed class RequirementsTests
{
    private static readonly string[] Snippets =
    ["'", "\"", "\\", "#", " #", "=", "\n", "\r\n", "\r", " ", "\t", "😀", "\uD800", "\0", "\u2028", "\\\n", " --", "-", "[", "]", "@", ";", "(", ")", "~=", ","];

    private const string File = """
        # Ingestion
        -r base.txt
        -c constraints.txt  # pinned
        --index-url=https://host/simple --pre
        openmetadata-ingestion[mysql,\
            postgres]~=1.5.4.0   # omlint: ignore[OM2003]
        pandas==1.3.5 \
            --hash=sha256:aa \
            --hash=sha256:bb
        name @ https://host/name.whl#sha256=aa ; python_version < "3.12"
        ./local/package
        -e "git+https://host/repo#egg=x"
        not a requirement

        """;

    [Fact]
    public void Lines_are_read()
    {
        Assert.Equal(
            """
            [-r base.txt]
            [-c constraints.txt]
            [--index-url https://host/simple] [--pre]
            openmetadata-ingestion: openmetadata-ingestion[mysql,    postgres]~=1.5.4.0
            pandas: pandas==1.3.5 [--hash sha256:aa] [--hash sha256:bb]
            name: name @ https://host/name.whl#sha256=aa ; python_version < "3.12"
            ?: ./local/package
            [-e git+https://host/repo#egg=x]
            ?: not a requirement
            """,
            string.Join('\n', Parse(File).RequirementLines.Select(Outline)));
    }

    [Fact]
    public void Comments_have_scopes()
    {
        var tree = Parse(File);
        Assert.Equal(["# Ingestion", "# pinned", "# omlint: ignore[OM2003]"], tree.Comments.Select(comment => tree.Text.Substring(comment.Span.Start, comment.Span.Length)));
        Assert.Equal(
            ["-r base.txt", "-c constraints.txt  # pinned", "openmetadata-ingestion[mysql,\\\n    postgres]~=1.5.4.0   # omlint: ignore[OM2003]"],
            tree.Comments.Select(comment => tree.Text.Substring(tree.ScopeOf(comment).Start, tree.ScopeOf(comment).Length)));
    }

    [Fact]
    public void A_comment_goes_on_with_its_line()
    {
        var tree = Parse("a==1 # why \\\nb==2\nc==3\\\n# own line \\\nd==4\n");
        Assert.Equal(["a", "c", "d"], tree.RequirementLines.Select(line => line.Requirement?.Name));
    }

    [Theory]
    [InlineData("openmetadata-ingestion[mysql]~=1.5.4.0 ; python_version>'3' # c\nb\n", "openmetadata-ingestion[mysql]~=1.6.3.0 ; python_version>'3' # c\nb\n")]
    [InlineData("openmetadata-ingestion[mysql,\\\n  x]==\\\n 1.5.\\\n4.0 # c\n", "openmetadata-ingestion[mysql,\\\n  x]==\\\n 1.6.3.0 # c\n")]
    public void Versions_are_replaced(string before, string after) => TokenEditExample.Check(
        Parse,
        before,
        (tree, editor) =>
        {
            var line = tree.RequirementLines[0];
            editor.ReplaceText(line.Content!.Text, line.Requirement!.Specifiers.Clauses[0].VersionSpan, "1.6.3.0");
        },
        after);

    [Fact]
    public void A_specifier_is_added() => TokenEditExample.Check(
        Parse,
        "a\nopenmetadata-ingestion[mysql] ; python_version>'3'\n",
        (tree, editor) =>
        {
            var line = tree.RequirementLines[1];
            editor.ReplaceText(line.Content!.Text, line.Requirement!.SpecifiersSpan, "==1.6.3.0");
        },
        "a\nopenmetadata-ingestion[mysql]==1.6.3.0 ; python_version>'3'\n");

    [Fact]
    public void Any_value_of_real_files_can_be_edited()
    {
        var edits = 0;
        foreach (var (path, text) in Corpus.Files(".txt").Where(file => Path.GetFileName(file.Path).Contains("requirements", StringComparison.Ordinal)))
        {
            var tree = Parse(text);
            TokenTreeProperties.Check(tree);
            edits += TokenTreeProperties.EditRuns(tree, _ => true);
            Assert.All(tree.RequirementLines, line => Assert.True(line.Content is null || line.Requirement is not null, $"{path}: {line.Content}"));
        }

        Assert.True(edits > 500, $"{edits} edits");
    }

    [Fact]
    public void No_text_is_too_strange() => TokenMutations.Check(Read, [File], Snippets);

    [Fact]
    public void No_text_takes_long() => TokenMutations.CheckLong(Read, [.. Snippets, "a==1 \\\n", "a # \\\n", "[a,", " --a=b"]);

    private static string Outline(RequirementsLine line)
    {
        var options = line.Options.Select(option => $"[{option.Name.Value}{(option.Argument is null ? "" : " " + option.Argument.Value)}]");
        return string.Join(' ', (line.Content is null ? [] : new[] { $"{line.Requirement?.Name ?? "?"}: {line.Content.Value}" }).Concat(options));
    }

    private static RequirementsTree Parse(string text)
    {
        Assert.True(RequirementsTree.TryParse(text, SyntaxLimits.Default, out var tree, out _));
        return tree;
    }

    private static bool Read(string text, SyntaxLimits limits, out TokenTree? tree, out SyntaxError? error)
    {
        var isRead = RequirementsTree.TryParse(text, limits, out var read, out error);
        tree = read;
        return isRead;
    }
}
