using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Cli.CommandLine;

namespace OmConfigLint.Cli.Tests.CommandLine;

public sealed class RuleSelectionTests
{
    private static readonly Rule[] Rules =
    [
        Rule("OM0003", "unparseable-file", "omlint"),
        Rule("OM1001", "profiler-sample", "workflow"),
        Rule("OM1002", "profiler-confidence", "workflow"),
        Rule("OM2001", "image-tag", "version"),
    ];

    [Theory]
    [InlineData("", "", "OM0003 OM1001 OM1002 OM2001")]
    [InlineData("OM1001", "", "OM0003 OM1001")]
    [InlineData("om10", "", "OM0003 OM1001 OM1002")]
    [InlineData("Profiler-Confidence", "", "OM0003 OM1002")]
    [InlineData("version", "", "OM0003 OM2001")]
    [InlineData("", "workflow", "OM0003 OM2001")]
    [InlineData("", "OM0003", "OM1001 OM1002 OM2001")]
    [InlineData("OM1001", "OM1", "OM0003 OM1001")]
    [InlineData("OM1", "OM1001", "OM0003 OM1002")]
    [InlineData("OM1001", "OM1001", "OM0003")]
    [InlineData("OM1001", "OM0", "OM1001")]
    [InlineData("OM2", "version", "OM0003")]
    [InlineData("version", "OM2001", "OM0003")]
    public void The_narrower_selector_decides(string select, string ignore, string selected)
    {
        var selection = RuleSelection.Create(Split(select), Split(ignore), Rules, out var error);

        Assert.Null(error);
        Assert.Equal(selected, string.Join(' ', Rules.Where(selection.Contains).Select(rule => rule.Id)));
    }

    [Theory]
    [InlineData("OM1O01", "", "`--select`: no rule has the id, name or category `OM1O01`; did you mean `OM1001`?")]
    [InlineData("OM1", "imag-tag", "`--ignore`: no rule has the id, name or category `imag-tag`; did you mean `image-tag`?")]
    [InlineData("something", "", "`--select`: no rule has the id, name or category `something`; `omlint rules` lists them")]
    public void A_selector_that_selects_nothing_is_an_error(string select, string ignore, string message)
    {
        RuleSelection.Create(Split(select), Split(ignore), Rules, out var error);

        Assert.Equal(message, error);
    }

    private static ImmutableArray<string> Split(string selectors) => [.. selectors.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static Rule Rule(string id, string name, string category) => new(id, name, name, category, DiagnosticSeverity.Warning, FixAvailability.None);
}
