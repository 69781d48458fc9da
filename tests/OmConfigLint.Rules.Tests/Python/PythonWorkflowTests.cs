using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Rules.Tests.Pages;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Tests.Python;

/// <summary>A workflow in Python code, however it is written there, is told of and mended like the same workflow in a file.</summary>
public sealed class PythonWorkflowTests
{
    /// <summary>Every workflow of the rules' pages in every style.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string>> Workflows =>
        from name in RulePageExamples.Names
        let example = RulePageExamples.Find(name.Data.Item1, name.Data.Item2)
        where example.Page.StartsWith("OM1", StringComparison.Ordinal) && example.Files.Length == 1 && example.Files[0].Path.EndsWith(".yaml", StringComparison.Ordinal)
        let isPlain = IsPlainWorkflow(example.Files[0].Text)
        where isPlain is not null
        from style in PythonStyle.All
        where isPlain == true || !style.IsDict
        select new TheoryDataRow<string, string, string>(example.Page, example.Title, style.Name);

    [Theory, MemberData(nameof(Workflows))]
    public void Findings_are_those_of_the_plain_file(string page, string title, string styleName)
    {
        var (plain, code, style) = Both(page, title, styleName);

        var expected = new RulePageHarness(plain).Check(plain.Files);
        var found = new RulePageHarness(code).Check(code.Files);

        Assert.Equal(plain.Findings.Length, expected.Length);
        Assert.Equal(expected.Select(Said), found.Select(Said));
        foreach (var (inFile, inCode) in expected.Zip(found))
        {
            if (!style.IsDict)
                Assert.Equal(inFile.Lines.Start.Line + style.LinesBefore, inCode.Lines.Start.Line);
            Assert.Equal(FirstWord(inFile), FirstWord(inCode));
        }
    }

    [Theory, MemberData(nameof(Workflows))]
    public void Fixes_are_those_of_the_plain_file(string page, string title, string styleName)
    {
        var (plain, code, style) = Both(page, title, styleName);

        var fixedFile = new RulePageHarness(plain).Fix(plain.Files)[plain.Files[0].Path];
        var fixedCode = new RulePageHarness(code).Fix(code.Files)[code.Files[0].Path];

        // A file that becomes one of another type is another matter: in code, the class would have to change with it.
        if (fixedFile.Contains("type: AutoClassification", StringComparison.Ordinal) != plain.Files[0].Text.Contains("type: AutoClassification", StringComparison.Ordinal))
            return;
        Assert.Equal(style.Evaluate(style.Write(fixedFile)), style.Evaluate(fixedCode));
    }

    private static (RulePageExample Plain, RulePageExample Code, PythonStyle Style) Both(string page, string title, string styleName)
    {
        var plain = RulePageExamples.Find(page, title) with { UnsafeFixes = true };
        var style = PythonStyle.All.Single(style => style.Name == styleName);
        return (plain, plain with { Files = [new ExampleFile("dag.py", style.Write(plain.Files[0].Text))] }, style);
    }

    private static (string Rule, string Message) Said(Finding finding) => (finding.Rule.Id, finding.Message);

    /// <summary>The key that is marked, whatever stands around it.</summary>
    private static string FirstWord(Finding finding)
    {
        var marked = finding.File.Text.Substring(finding.Span.Start, finding.Span.Length).TrimStart('"', '\'');
        return marked[..Math.Max(0, marked.AsSpan().IndexOfAny(":='\" "))];
    }

    /// <summary>Null for what is no workflow; false for one that a dict cannot say: anchors, merge keys, several documents.</summary>
    private static bool? IsPlainWorkflow(string text)
    {
        if (!YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _) || tree.Documents is not [var yaml])
            return null;
        var document = new ConfigDocument(new SourceFile("a.yaml", "/a.yaml", text), tree, 0, WorkspaceModels.Bind);
        if (document.Find<IngestionWorkflow>() is null)
            return null;
        return !yaml.Root.DescendantsAndSelf().Any(node => node is YamlAlias || node.Anchor is not null || node.Tag is not null || (node is YamlMapping mapping && mapping.Entries.Any(entry => entry.IsMerge)));
    }
}
