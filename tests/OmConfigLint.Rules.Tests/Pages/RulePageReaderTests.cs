using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Tests.Pages;

public sealed class RulePageReaderTests
{
    private const string FileName = "OM1001-some-name.md";

    private const string Page = """
        ---
        id: OM1001
        name: some-name
        title: Some title
        category: workflow
        severity: error   # a promise
        since: 1.6.0
        fix: safe
        analyzer: some-kind
        with: { pipeline: Profiler, to: { property: "true" }, kept: [a, b] }
        help: https://example.org/help
        sources: [https://example.org/source]
        ---
        # OM1001 some-name

        ## Fix safety

        """;

    [Fact]
    public void A_page_is_read()
    {
        var errors = new List<PageError>();
        var content = RulePageReader.Read(FileName, Page, errors);

        Assert.Empty(errors);
        Assert.NotNull(content);
        Assert.Equal(
            ("OM1001", "some-name", "Some title", "workflow", "error", "1.6.0", "safe", "some-kind", "https://example.org/help"),
            (content.Id, content.Name, content.Title, content.Category, content.Severity, content.Since, content.Fix, content.Analyzer, content.Help));
        Assert.Equal(["https://example.org/source"], content.Sources);
        var with = new RuleParameters("page OM1001", RuleParameter.From(content.With!));
        Assert.Equal(("Profiler", "true"), (with.Text("pipeline"), with.Child("to").Text("property")));
        Assert.Equal(["a", "b"], with.List("kept"));
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_make_no_difference()
    {
        var errors = new List<PageError>();

        Assert.Equal(
            RulePageReader.Read(FileName, Page, errors)!.Markdown,
            RulePageReader.Read(FileName, "\uFEFF" + Page.ReplaceLineEndings("\r\n") + "\r\n\r\n", errors)!.Markdown);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("---\nid", "id", "1:1: a page starts with a line `---` and its front matter")]
    [InlineData("---\n# OM1001", "# OM1001", "1:1: the front matter is not closed by a line `---`")]
    [InlineData("id: OM1001\n", "", "2:1: `id` is missing")]
    [InlineData("id: OM1001", "id: om1001", "2:5: `om1001` is not an id: capital letters and four digits, as in `OM1001`")]
    [InlineData("name: some-name", "name: Some_Name", "3:7: `Some_Name` is not in kebab case")]
    [InlineData("name: some-name", "name: other-name", "2:5: the page of `OM1001` is called `OM1001-other-name.md`, not `OM1001-some-name.md`")]
    [InlineData("title: Some title", "title: [Some, title]", "4:8: `title` is one line of text")]
    [InlineData("category: workflow", "category: version", "5:11: `OM1001` lies in the range of category `workflow`, not `version`")]
    [InlineData("severity: error", "severity: eror", "6:11: `severity` is `eror`; it is one of error, warning, note")]
    [InlineData("since: 1.6.0\n", "", "2:1: `since` is missing")]
    [InlineData("since: 1.6.0", "since: 1.x", "7:8: `1.x` is not a release number, as in `1.6.0`")]
    [InlineData("fix: safe", "fix: maybe", "8:6: `fix` is `maybe`; it is one of none, safe, unsafe, manual")]
    [InlineData("## Fix safety", "## Safety", "8:6: a page with `fix: safe` has a section `## Fix safety`")]
    [InlineData("## Fix safety", "```md\n## Fix safety\n```", "8:6: a page with `fix: safe` has a section `## Fix safety`")]
    [InlineData("analyzer: some-kind", "analyser: some-kind", "9:1: `analyser` is not a key of a page; the keys are id, name, title, category, severity, since, fix, analyzer, with, help, sources")]
    [InlineData("with: { pipeline: Profiler", "with: { pipeline: Profiler, pipeline: x", "10:29: `pipeline` is written twice")]
    [InlineData("title: Some", "title: &a Some", "4:8: anchors, aliases and tags are not used here")]
    [InlineData("help: https:", "help: http:", "11:7: `http://example.org/help` is not an https:// address")]
    [InlineData("sources: [https://example.org/source]", "sources: https://example.org/source", "12:10: `sources` is a list of https:// addresses")]
    public void A_mistake_is_named_with_its_place(string old, string @new, string error)
    {
        var errors = new List<PageError>();
        var content = RulePageReader.Read(FileName, Page.Replace(old, @new, StringComparison.Ordinal), errors);

        Assert.Null(content);
        Assert.Equal(error, $"{errors[0].Line}:{errors[0].Column}: {errors[0].Message}");
    }

    [Theory]
    [InlineData("with: { pipeline: [a")]
    [InlineData("title: \"open")]
    [InlineData("title: !![ x")]
    [InlineData("title: a: b")]
    [InlineData("? [a]: b")]
    public void What_is_not_YAML_is_an_error_inside_the_page(string line)
    {
        var errors = new List<PageError>();
        var content = RulePageReader.Read(FileName, $"---\nid: OM1001\n{line}\n---\n# x\n", errors);

        Assert.Null(content);
        Assert.InRange(errors[0].Line, 1, 4);
        Assert.NotEmpty(errors[0].Message);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        var errors = new List<PageError>();

        Assert.Null(FrontMatterReader.ReadYaml("a: " + new string('[', 1000) + new string(']', 1000), lineOffset: 0, errors));
        Assert.Equal("values are nested deeper than 16 levels", Assert.Single(errors).Message);
    }
}
