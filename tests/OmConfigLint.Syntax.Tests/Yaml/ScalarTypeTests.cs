using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>The types that PyYAML 6.0 gives.</summary>
public sealed class ScalarTypeTests
{
    [Theory]
    [InlineData(YamlScalarType.Null, "", "~", "null", "Null", "NULL")]
    [InlineData(YamlScalarType.Boolean, "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON")]
    [InlineData(YamlScalarType.Boolean, "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF")]
    [InlineData(YamlScalarType.Integer, "0", "-1", "+12", "1_000", "017", "0b101", "0xFF", "1:30", "190:20:30", "0_", "1_")]
    [InlineData(YamlScalarType.Float, "1.", "1.5", ".5e+3", "1.5e-3", ".inf", "-.INF", ".nan", "1:30.5", "1_0.0")]
    [InlineData(YamlScalarType.Timestamp, "2024-01-31", "2024-1-3T1:02:03", "2024-01-31 01:02:03.5 +01:00", "2024-01-31t01:02:03Z")]
    [InlineData(
        YamlScalarType.String,
        "y", "n", "tRue", "nULL", "none", "1e5", "1.5e3", "0o17", "08", "0x", "1:60", "-a", ".", "+.nan", "2024-1-3", "1.6.3", "<<", "=", "a")]
    public void Plain_text(YamlScalarType type, params string[] texts)
    {
        foreach (var text in texts)
            Assert.True(type == Value(text).ResolvedType, $"`{text}` is {Value(text).ResolvedType}");
    }

    [Theory]
    [InlineData("'true'", YamlScalarType.String)]
    [InlineData("\"1\"", YamlScalarType.String)]
    [InlineData("|\n  true", YamlScalarType.String)]
    [InlineData("!!str true", YamlScalarType.String)]
    [InlineData("! true", YamlScalarType.String)]
    [InlineData("!local 1", YamlScalarType.String)]
    [InlineData("!!bool 'yes'", YamlScalarType.Boolean)]
    [InlineData("!!int '1'", YamlScalarType.Integer)]
    [InlineData("!!float 1", YamlScalarType.Float)]
    [InlineData("!!null x", YamlScalarType.Null)]
    [InlineData("!<tag:yaml.org,2002:timestamp> x", YamlScalarType.Timestamp)]
    public void Quotes_and_tags(string text, YamlScalarType type) => Assert.Equal(type, Value(text).ResolvedType);

    [Theory]
    [InlineData("true", true)]
    [InlineData("On", true)]
    [InlineData("NO", false)]
    [InlineData("!!bool 'off'", false)]
    public void Booleans_have_a_value(string text, bool expected)
    {
        Assert.True(Value(text).TryGetBoolean(out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("'true'")]
    [InlineData("y")]
    [InlineData("1")]
    [InlineData("!!bool x")]
    public void Other_scalars_have_none(string text) => Assert.False(Value(text).TryGetBoolean(out _));

    private static YamlScalar Value(string text)
    {
        Assert.True(YamlTree.TryParseYaml($"k: {text}\n", SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return (YamlScalar)((YamlMapping)tree.Documents[0].Root).Entries[0].Value;
    }
}
