using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Tests.Pages;

public sealed class RuleParametersTests
{
    private static readonly RuleParameters Parameters = new(
        "page OM1001",
        RuleParameter.Mapping(
            ("pipeline", RuleParameter.Of("Profiler")),
            ("required", RuleParameter.Of("true")),
            ("kept", RuleParameter.List(RuleParameter.Of("a"), RuleParameter.Of("b"))),
            ("to", RuleParameter.Mapping(("property", RuleParameter.Of("storeSampleData")))),
            ("moves", RuleParameter.List(RuleParameter.Mapping(("from", RuleParameter.Of("x"))), RuleParameter.Mapping()))));

    [Fact]
    public void Values_are_read_by_their_shape()
    {
        Assert.Equal("Profiler", Parameters.Text("pipeline"));
        Assert.True(Parameters.Boolean("required"));
        Assert.Equal(["a", "b"], Parameters.List("kept"));
        Assert.Equal("storeSampleData", Parameters.Child("to").Text("property"));
        Assert.Equal("x", Parameters.Children("moves")[0].Text("from"));
        Assert.True(Parameters.Contains("to"));
        Assert.Equal(["pipeline", "required", "kept", "to", "moves"], Parameters.Keys);
    }

    [Fact]
    public void What_is_absent_is_named()
    {
        Assert.False(Parameters.Contains("property"));
        Assert.Null(Parameters.OptionalText("property"));
        AssertProblem("`property` is missing", () => Parameters.Text("property"));
        AssertProblem("`to.pipeline` is missing", () => Parameters.Child("to").Text("pipeline"));
        AssertProblem("`moves[1].from` is missing", () => Parameters.Children("moves")[1].Text("from"));
    }

    [Fact]
    public void Another_shape_is_named()
    {
        AssertProblem("`to` is not a text", () => Parameters.Text("to"));
        AssertProblem("`pipeline` is neither `true` nor `false`", () => Parameters.Boolean("pipeline"));
        AssertProblem("`pipeline` is not a list", () => Parameters.List("pipeline"));
        AssertProblem("`moves` is not a list of texts", () => Parameters.List("moves"));
        AssertProblem("`pipeline` is not a mapping", () => Parameters.Child("pipeline"));
        AssertProblem("`kept[0]` is not a mapping", () => Parameters.Children("kept"));
    }

    [Fact]
    public void A_key_that_is_not_expected_is_named() =>
        AssertProblem(
            "`moves` is not known; known are pipeline, required, kept, to",
            () =>
            {
                Parameters.Expect("pipeline", "required", "kept", "to");
                return 0;
            });

    private static void AssertProblem(string message, Func<object> read) =>
        Assert.Equal("page OM1001: " + message, Assert.Throws<RuleParameterException>(read).Message);
}
