using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Testing;

namespace OmConfigLint.Rules.Tests.Pages;

public sealed class RulePageLoaderTests
{
    private const string Page = """
        ---
        id: ACME0001
        name: our-own
        title: What we do not want
        category: house-rules
        severity: note
        fix: none
        analyzer: behaviour-changed
        with: { path: source.type }
        ---
        # ACME0001 our-own

        """;

    [Fact]
    public void A_users_page_becomes_a_rule()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("ACME0001-our-own.md", Page);
        directory.Write("README.md", "what these are");

        var loaded = RulePageLoader.Load(directory.Path);

        Assert.Empty(loaded.Errors);
        var page = Assert.Single(loaded.Pages);
        Assert.Equal("source.type", page.With.Text("path"));
        Assert.Equal(FixAvailability.None, page.Fix);
        Assert.Null(page.Since);
        Assert.Equal(Page, page.Markdown);
        var rule = page.ToRule();
        Assert.Equal(
            ("ACME0001", "our-own", "What we do not want", "house-rules", DiagnosticSeverity.Info),
            (rule.Id, rule.Name, rule.Descriptor.Title.ToString(), rule.Descriptor.Category, rule.Descriptor.DefaultSeverity));
    }

    [Theory]
    [InlineData("OM1999-our-own.md", "id: ACME0001>id: OM1999", ":5:11: `OM1999` lies in the range of category `workflow`, not `house-rules`")]
    [InlineData("OM1999-our-own.md", "id: ACME0001>id: OM1999|house-rules>workflow|fix: none>fix: none\nsince: 1.6", ":1:1: the ids `OM....` are omlint's own; take other letters for `OM1999`")]
    [InlineData("ACME0001-duplicate-key.md", "our-own>duplicate-key", ":1:1: the name `duplicate-key` is taken by OM0009")]
    [InlineData("ACME0001-our-own.md", "house-rules>omlint", ":5:11: `omlint` is no category for a page of your own; any word in kebab case but `omlint` is")]
    [InlineData("ACME0001-our-own.md", "severity: note>severity: info", ":6:11: `severity` is `info`; it is one of error, warning, note")]
    public void A_mistake_is_named_with_file_and_line(string fileName, string changes, string error)
    {
        var page = changes.Split('|').Select(change => change.Split('>')).Aggregate(Page, (text, change) => text.Replace(change[0], change[1], StringComparison.Ordinal));
        using var directory = new TemporaryDirectory();
        directory.Write(fileName, page);

        var loaded = RulePageLoader.Load(directory.Path);

        Assert.Empty(loaded.Pages);
        Assert.Equal(Path.Combine(directory.Path, fileName) + error, loaded.Errors[0].ToString());
    }

    [Fact]
    public void A_directory_that_does_not_exist_is_an_error() =>
        Assert.Equal("/nowhere: there is no such directory", Assert.Single(RulePageLoader.Load("/nowhere").Errors).ToString());
}
