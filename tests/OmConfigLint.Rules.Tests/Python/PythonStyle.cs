using System.Collections.Immutable;
using System.Text;
using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.Tests.Python;

/// <summary>A way to write a workflow in Python code.</summary>
internal sealed record PythonStyle(string Name, Func<string, string> Write, int LinesBefore, bool IsDict = false)
{
    /// <summary>All ways.</summary>
    public static ImmutableArray<PythonStyle> All { get; } =
    [
        new("triple quotes", yaml => $"CONFIG = \"\"\"\n{Escaped(yaml)}\"\"\"\n", 1),
        new("raw string", yaml => $"run(yaml.safe_load(r'''{yaml}'''))\n", 0),
        new("f-string", yaml => $"name = \"x\"\nCONFIG = f\"\"\"{Braced(Escaped(yaml))}# {{name}}\n\"\"\"\n", 1),
        new("format", yaml => $"CONFIG = \"\"\"\n{Braced(Escaped(yaml))}# {{0}}\n\"\"\".format(name)\n", 1),
        new("format elsewhere", yaml => $"TEMPLATE = '''\n{Braced(Escaped(yaml))}# {{name}}\n'''\nrun(TEMPLATE.format(name=1))\n", 1),
        new("per cent", yaml => $"CONFIG = '''\n{Escaped(yaml).Replace("%", "%%", StringComparison.Ordinal)}# %(name)s\n''' % names\n", 1),
        new("dedent and strip", yaml => $"def f():\n    return dedent(\"\"\"\n{Indented(Escaped(yaml))}    \"\"\").strip()\n", 2),
        new("adjacent literals", yaml => $"CONFIG = (\n{string.Concat(Lines(Escaped(yaml)).Select(line => $"    \"{line.Replace("\"", "\\\"", StringComparison.Ordinal)}\\n\"\n"))})\n", 1),
        new("dict", yaml => $"CONFIG = {Dict(yaml, isCall: false)}\n", 0, IsDict: true),
        new("dict()", yaml => $"run(dict({Dict(yaml, isCall: true)}))\n", 0, IsDict: true),
    ];

    /// <summary>What the program makes of <paramref name="python"/>: the text of its first long string or the document that says the same as its first dict.</summary>
    public string Evaluate(string python)
    {
        Assert.True(PythonTree.TryParse(python, SyntaxLimits.Default, out var tree, out var error), error?.Message);
        return IsDict
            ? PythonDictText.Of(tree, tree.Dicts.First())!.Text
            : PythonTemplate.Of(tree, tree.Strings.First(text => text.ToString().Contains('\n', StringComparison.Ordinal)))!.Text;
    }

    private static string Escaped(string yaml) => yaml.Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string Braced(string yaml) =>
        yaml.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Indented(string yaml) => string.Concat(Lines(yaml).Select(line => line.Length == 0 ? "\n" : $"        {line}\n"));

    private static string[] Lines(string yaml) => yaml.TrimEnd('\n').Split('\n');

    private static string Dict(string yaml, bool isCall)
    {
        Assert.True(YamlTree.TryParseYaml(yaml, SyntaxLimits.Default, out var tree, out var error), error?.Message);
        var text = new StringBuilder();
        if (isCall)
        {
            foreach (var entry in ((YamlMapping)tree.Documents[0].Root).Entries)
            {
                text.Append("\n    ").Append(entry.KeyText).Append('=');
                WriteNode(text, entry.Value, "    ");
                text.Append(',');
            }

            return text.Append('\n').ToString();
        }

        WriteNode(text, tree.Documents[0].Root, "");
        return text.ToString();
    }

    private static void WriteNode(StringBuilder text, YamlNode node, string indentation)
    {
        switch (node)
        {
            case YamlMapping { Entries.IsEmpty: false } mapping:
                text.Append("{\n");
                foreach (var entry in mapping.Entries)
                {
                    text.Append(indentation).Append("    '").Append(entry.KeyText).Append("': ");
                    WriteNode(text, entry.Value, indentation + "    ");
                    text.Append(",\n");
                }

                text.Append(indentation).Append('}');
                break;
            case YamlMapping:
                text.Append("{}");
                break;
            case YamlSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    WriteNode(text, item, indentation);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case YamlScalar scalar when scalar.TryGetBoolean(out var value):
                text.Append(value ? "True" : "False");
                break;
            case YamlScalar { ResolvedType: YamlScalarType.Integer or YamlScalarType.Float } scalar:
                text.Append(scalar.Value);
                break;
            case YamlScalar { ResolvedType: YamlScalarType.Null }:
                text.Append("None");
                break;
            case YamlScalar scalar:
                text.Append('"').Append(scalar.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
                break;
        }
    }
}
