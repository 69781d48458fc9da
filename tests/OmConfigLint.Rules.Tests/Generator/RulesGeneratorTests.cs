using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Rules.Generator;

namespace OmConfigLint.Rules.Tests.Generator;

public sealed class RulesGeneratorTests
{
    private const string PagePath = "/repo/rules/OM0001-rule-fault.md";

    private const string Page = """"
        ---
        id: OM0001
        name: rule-fault
        title: A "title" with \ and quotes
        category: omlint
        severity: note
        fix: none
        analyzer: engine
        with: { to: { kept: [a, "b"] } }
        ---
        # OM0001 rule-fault

        """quoted"""

        """";

    [Fact]
    public void A_page_becomes_code_that_parses_nothing()
    {
        var code = Code(Run((PagePath, Page)), "RulePages.g.cs");

        Assert.Contains(
            """"
            new RulePage
            {
                Id = "OM0001",
                Name = "rule-fault",
                Title = "A \"title\" with \\ and quotes",
                Category = "omlint",
                Severity = DiagnosticSeverity.Info,
                Fix = FixAvailability.None,
                Analyzer = "engine",
                With = new RuleParameters("page OM0001", RuleParameter.Mapping(("to", RuleParameter.Mapping(("kept", RuleParameter.List(RuleParameter.Of("a"), RuleParameter.Of("b"))))))),
            """",
            code,
            StringComparison.Ordinal);
        var markdown = CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Single(token => token.IsKind(SyntaxKind.Utf8MultiLineRawStringLiteralToken));
        Assert.Equal(Page, markdown.ValueText);
    }

    [Fact]
    public void Releases_and_data_become_code()
    {
        var result = Run(
            ("/repo/rules/data/releases.txt", "# comment\n1.6.3  2025-01-29\n\n1.6.10\n"),
            ("/repo/rules/data/split.yaml", "from: Profiler\nmoves:\n  - { to: x }\n"));

        Assert.Contains("new(new ReleaseVersion(1, 6, 3, 0, 3), new DateOnly(2025, 1, 29)),\nnew(new ReleaseVersion(1, 6, 10, 0, 3), null),\n", Code(result, "OpenMetadataReleases.g.cs"), StringComparison.Ordinal);
        Assert.Contains(
            """("split", RuleParameter.Mapping(("from", RuleParameter.Of("Profiler")), ("moves", RuleParameter.List(RuleParameter.Mapping(("to", RuleParameter.Of("x"))))))),""",
            Code(result, "RuleData.g.cs"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PagePath, "---\nid: OM0001\nname: rule-fault\n---\n", "(2,1): `title` is missing")]
    [InlineData("/repo/rules/OM0002-rule-fault.md", Page, "(2,5): the page of `OM0001` is called `OM0001-rule-fault.md`, not `OM0002-rule-fault.md`")]
    [InlineData("/repo/rules/data/split.yaml", "a: 1\na: 2\n", "(2,1): `a` is written twice")]
    [InlineData("/repo/rules/data/releases.txt", "1.6.3\n1.6\n", "(2,1): `1.6` is not a release: a number of three or four parts and, where it is known, the day, as in `1.6.3 2025-01-29`")]
    [InlineData("/repo/rules/data/releases.txt", "1.6.3\n1.6.2\n", "(2,1): `1.6.2` comes after `1.6.3`; the list is in the order of the numbers")]
    [InlineData("/repo/rules/data/releases.txt", "1.6.3 2025-02-30\n", "(1,1): `2025-02-30` is not a day, as in `2025-01-29`")]
    public void A_mistake_is_a_compile_error_in_the_file(string path, string text, string error)
    {
        var diagnostics = Run((path, text)).Diagnostics;

        Assert.Contains($"{path}{error}", diagnostics.Select(Show));
        Assert.All(diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));
    }

    [Fact]
    public void Two_pages_do_not_share_an_id_or_a_name()
    {
        var diagnostics = Run(
            (PagePath, Page),
            ("/repo/rules/OM0002-rule-fault.md", Page.Replace("id: OM0001", "id: OM0002", StringComparison.Ordinal)),
            ("/repo/rules/OM0001-other.md", Page.Replace("name: rule-fault", "name: other", StringComparison.Ordinal))).Diagnostics;

        Assert.Equal(
            [
                "/repo/rules/OM0001-rule-fault.md(1,1): `id: OM0001` is that of `OM0001-other.md` too",
                "/repo/rules/OM0002-rule-fault.md(1,1): `name: rule-fault` is that of `OM0001-rule-fault.md` too",
            ],
            diagnostics.Select(Show));
    }

    [Fact]
    public void Nothing_is_emitted_again_where_no_page_changed()
    {
        var page = new PageText(PagePath, Page);
        var other = new PageText("/repo/rules/OM0002-other.md", Page.Replace("OM0001", "OM0002", StringComparison.Ordinal).Replace("rule-fault", "other", StringComparison.Ordinal));
        var driver = Driver(page, other).RunGenerators(Compilation("class A;"), TestContext.Current.CancellationToken);

        driver = driver.RunGenerators(Compilation("class B;"), TestContext.Current.CancellationToken);
        Assert.Equal([IncrementalStepRunReason.Cached], OutputReasons(driver));

        // A page that is saved unchanged is read, and nothing follows from it.
        driver = driver.ReplaceAdditionalText(page, new PageText(PagePath, Page)).RunGenerators(Compilation("class B;"), TestContext.Current.CancellationToken);
        Assert.Equal([IncrementalStepRunReason.Cached], OutputReasons(driver));
    }

    private static CSharpGeneratorDriver Driver(params AdditionalText[] files) => CSharpGeneratorDriver.Create(
        [new RulesGenerator().AsSourceGenerator()],
        files,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static GeneratorDriverRunResult Run(params (string Path, string Text)[] files) =>
        Driver([.. files.Select(file => new PageText(file.Path, file.Text))]).RunGenerators(Compilation(""), TestContext.Current.CancellationToken).GetRunResult();

    private static CSharpCompilation Compilation(string code) =>
        CSharpCompilation.Create("test", [CSharpSyntaxTree.ParseText(code)]);

    private static string Code(GeneratorDriverRunResult result, string file) =>
        Assert.Single(result.GeneratedTrees, tree => tree.FilePath.EndsWith(file, StringComparison.Ordinal)).ToString();

    private static string Show(Diagnostic diagnostic)
    {
        var (path, span) = (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition);
        return $"{path}({span.Line + 1},{span.Character + 1}): {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason).Distinct();

    private sealed class PageText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
