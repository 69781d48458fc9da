using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Tests.Diagnostics;

public sealed class FingerprintTests
{
    private const string Marked = "a:\n  - b # c";

    [Theory]
    [InlineData("\n\n\n" + Marked)]
    [InlineData("other: line\n" + Marked + "\nmore: lines")]
    [InlineData("a:\n      -    b # c")]
    [InlineData("a:\r\n  - b # c\r\n")]
    public void Stays_the_same_where_lines_move_or_are_indented(string text) => Assert.Equal(Of(Marked), Of(text));

    [Theory]
    [InlineData("a:\n  - x # c")]
    [InlineData("a:\n  - b #c")]
    public void Changes_with_the_marked_text(string text) => Assert.NotEqual(Of(Marked), Of(text));

    [Fact]
    public void Changes_with_rule_path_and_place() => Assert.Equal(
        5,
        new[] { Of(Marked), Of(Marked, rule: "OM1002"), Of(Marked, path: "b.yaml"), Of(Marked, nodePath: "y"), Of(Marked, ordinal: 1) }.Distinct().Count());

    [Fact]
    public void Stays_the_same_where_a_list_has_another_item_above()
    {
        Assert.Equal(Of(Marked, nodePath: "tableConfig[0].columns[12].x"), Of(Marked, nodePath: "tableConfig[1].columns[2].x"));
        Assert.NotEqual(Of(Marked, nodePath: "a[x].b"), Of(Marked, nodePath: "a[y].b"));
    }

    [Fact]
    public void Never_changes_from_version_to_version() => Assert.Equal("3e976504e9854fe1903aa2a1674e4df5", Of(Marked));

    [Fact]
    public void Tells_nothing_of_a_secret()
    {
        Assert.Equal(Of("a: hunter2", nodePath: "connection.password"), Of("a: other", nodePath: "connection.password"));
        Assert.Equal(Of("password: hunter2"), Of("password: other"));
    }

    [Fact]
    public void Equal_findings_are_counted()
    {
        var sequence = new FingerprintSequence();
        var finding = Find(Marked);

        Assert.Equal([Fingerprint.Of(finding, 0), Fingerprint.Of(finding, 1)], [sequence.Next(finding), sequence.Next(finding)]);
    }

    private static string Of(string text, string rule = "OM1001", string path = "a.yaml", string nodePath = "x", int ordinal = 0) =>
        Fingerprint.Of(Find(text, rule, path, nodePath), ordinal);

    private static Finding Find(string text, string rule = "OM1001", string path = "a.yaml", string nodePath = "x")
    {
        var file = new SourceFile(path, "/" + path, text);
        var start = text.IndexOf("a:", StringComparison.Ordinal);
        var length = text.LastIndexOf('c') + 1 - start;
        var span = start < 0 || length <= 0 ? new TextSpan(0, text.Length) : new TextSpan(start, length);
        return new Finding(
            new Rule(rule, "name", "title", "category", DiagnosticSeverity.Error, FixAvailability.None), file, span, "message", nodePath: nodePath);
    }
}
