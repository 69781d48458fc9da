using System.Text;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Yaml;

/// <summary>
/// The cases of yaml-test-suite. They speak of YAML 1.2; where OpenMetadata's reader, PyYAML, differs, agreeing with it is right.
/// </summary>
public sealed class YamlTestSuiteTests
{
    private const string NoKey = "an entry without a key; PyYAML refuses it too";
    private const string ColonOfTheNextLine = "a key and its colon on two lines; PyYAML refuses it too";
    private const string Tab = "a tab before a token: in RefusedTabs, because PyYAML refuses it";

    private static readonly SortedDictionary<string, string> RefusedThoughValid = new(StringComparer.Ordinal)
    {
        ["2JQS"] = NoKey,
        ["4MUZ-02"] = ColonOfTheNextLine,
        ["6M2F"] = NoKey,
        ["CFD4"] = NoKey,
        ["DK95-04"] = "a line that holds only a tab, between two keys; PyYAML refuses it too",
        ["FRK4"] = NoKey,
        ["JEF9-01"] = "YamlDotNet takes a block scalar of one blank line for one with too many blanks",
        ["L383"] = "YamlDotNet takes the text of a next document for a text continued behind a comment",
        ["M2N8-00"] = NoKey,
        ["NHX8"] = NoKey,
        ["NKF9"] = NoKey,
        ["S3PD"] = NoKey,
        ["SM9W-01"] = NoKey,
        ["UKK6-00"] = NoKey,
        ["VJP3-01"] = ColonOfTheNextLine,
    };

    private static readonly SortedDictionary<string, string> AcceptedThoughInvalid = new(StringComparer.Ordinal)
    {
        ["DK95-01"] = "a tab that indents quoted text; PyYAML accepts it too",
        ["MUS6-00"] = "`%YAML 1.1#...`",
        ["Y79Y-003"] = Tab,
        ["Y79Y-004"] = Tab,
        ["Y79Y-005"] = Tab,
        ["Y79Y-006"] = Tab,
        ["Y79Y-008"] = Tab,
        ["Y79Y-009"] = Tab,
    };

    private static readonly SortedDictionary<string, string> ReadDifferently = new(StringComparer.Ordinal)
    {
        ["JEF9-02"] = "a block scalar that ends without line break; PyYAML reads it alike",
        ["L24T-01"] = "a block scalar that ends without line break; PyYAML reads it alike",
    };

    [Fact]
    public void Cases_are_read_as_the_suite_says_but_for_these()
    {
        var refused = new SortedSet<string>(StringComparer.Ordinal);
        var accepted = new SortedSet<string>(StringComparer.Ordinal);
        var different = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var folder in Directory.GetDirectories(SharedMaterial.Require("yaml-test-suite")))
        {
            var name = Path.GetFileName(folder);
            var text = File.ReadAllText(Path.Combine(folder, "in.yaml"));
            var isValid = !File.Exists(Path.Combine(folder, "error"));
            if (!YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out var error))
            {
                TreeProperties.Check(text, error);
                if (isValid)
                    refused.Add(name);
                continue;
            }

            TreeProperties.Check(tree);
            TreeProperties.CheckScalarsReadAlone(tree);
            if (!isValid)
                accepted.Add(name);
            else if (EventsOf(tree) != File.ReadAllText(Path.Combine(folder, "test.event")).Replace("-DOC ...", "-DOC", StringComparison.Ordinal))
                different.Add(name);
        }

        Assert.Equal(RefusedThoughValid.Keys, refused);
        Assert.Equal(AcceptedThoughInvalid.Keys, accepted);
        Assert.Equal(ReadDifferently.Keys, different);
    }

    [Fact]
    public void Tabs_of_the_suite_that_PyYAML_refuses_are_told()
    {
        foreach (var name in AcceptedThoughInvalid.Where(pair => pair.Value == Tab).Select(pair => pair.Key))
        {
            var text = File.ReadAllText(Path.Combine(SharedMaterial.Require("yaml-test-suite"), name, "in.yaml"));
            Assert.True(YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _));
            Assert.NotEmpty(tree.RefusedTabs);
        }
    }

    private static string EventsOf(YamlTree tree)
    {
        var events = new StringBuilder("+STR\n");
        foreach (var document in tree.Documents)
        {
            events.Append(document.HasStartMarker ? "+DOC ---\n" : "+DOC\n");
            Append(events, document.Root);
            events.Append("-DOC\n");
        }

        return events.Append("-STR\n").ToString();
    }

    private static void Append(StringBuilder events, YamlNode node)
    {
        var anchor = node.Anchor is null ? string.Empty : $" &{node.Anchor.Name}";
        var tag = node.Tag is null ? string.Empty : $" <{node.Tag.Text}>";
        switch (node)
        {
            case YamlMapping mapping:
                events.Append("+MAP").Append(mapping.Style == YamlCollectionStyle.Flow ? " {}" : string.Empty).Append(anchor).Append(tag).Append('\n');
                foreach (var entry in mapping.Entries)
                {
                    Append(events, entry.Key);
                    Append(events, entry.Value);
                }

                events.Append("-MAP\n");
                break;
            case YamlSequence sequence:
                events.Append("+SEQ").Append(sequence.Style == YamlCollectionStyle.Flow ? " []" : string.Empty).Append(anchor).Append(tag).Append('\n');
                foreach (var item in sequence.Items)
                    Append(events, item);
                events.Append("-SEQ\n");
                break;
            case YamlAlias alias:
                events.Append("=ALI *").Append(alias.Name).Append('\n');
                break;
            case YamlScalar scalar:
                events.Append("=VAL").Append(anchor).Append(tag).Append(' ').Append(SignOf(scalar.Style)).Append(Escape(scalar.Value)).Append('\n');
                break;
        }
    }

    private static char SignOf(YamlScalarStyle style) => style switch
    {
        YamlScalarStyle.SingleQuoted => '\'',
        YamlScalarStyle.DoubleQuoted => '"',
        YamlScalarStyle.Literal => '|',
        YamlScalarStyle.Folded => '>',
        _ => ':',
    };

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\b", "\\b", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
}
