using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Tests.Yaml.Editing;

public sealed class JsonEditTests
{
    private const string Lines =
        """
        {
        	"type": "Profiler",
        	"generateSampleData": true,
        	"confidence": 80
        }
        """;

    [Fact]
    public void Remove_a_line() => EditExample.Json(Lines, edit => edit.Remove("generateSampleData"), "{\n\t\"type\": \"Profiler\",\n\t\"confidence\": 80\n}");

    [Fact]
    public void Remove_the_last_line() => EditExample.Json(Lines, edit => edit.Remove("confidence"), "{\n\t\"type\": \"Profiler\",\n\t\"generateSampleData\": true\n}");

    [Fact]
    public void Remove_the_last_lines() => EditExample.Json(Lines, edit => edit.Remove("confidence").Remove("generateSampleData"), "{\n\t\"type\": \"Profiler\"\n}");

    [Fact]
    public void Remove_all_lines() => EditExample.Json(Lines, edit => edit.Remove("type").Remove("confidence").Remove("generateSampleData"), "{}");

    [Fact]
    public void Insert_lines() => EditExample.Json(
        Lines,
        edit => edit.InsertAfter("type", "storeSampleData", "true").Append("", "note", YamlNewValue.String("say \"é\"\n")),
        "{\n\t\"type\": \"Profiler\",\n\t\"storeSampleData\": true,\n\t\"generateSampleData\": true,\n\t\"confidence\": 80,\n\t\"note\": \"say \\\"é\\\"\\n\"\n}");

    [Fact]
    public void Insert_into_an_empty_object() => EditExample.Json("{\"a\": {}}", edit => edit.Append("a", "b", "1"), "{\"a\": {\"b\": 1}}");

    [Fact]
    public void Rename_and_replace() => EditExample.Json(
        "[{\"a\":\"x\",\"b\":[1]}]",
        edit => edit.Rename("0/a", "c").Replace("0/a", "false").Replace("0/b", edit.CopyOf("0/a")),
        "[{\"c\":false,\"b\":\"x\"}]");

    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("-1.5e+3")]
    public void Plain_text_is_json(string text) => EditExample.Json("{\"a\": 1}", edit => edit.Replace("a", text), $"{{\"a\": {text}}}");

    [Theory]
    [InlineData("yes")]
    [InlineData("${X}")]
    [InlineData("01")]
    [InlineData(".5")]
    [InlineData("text")]
    public void Plain_text_that_is_not_json_is_refused(string text) => Assert.Equal(
        "the new value cannot be written without quotes",
        EditExample.Refuses("{\"a\": 1}", edit => edit.Replace("a", text), isJson: true));
}
