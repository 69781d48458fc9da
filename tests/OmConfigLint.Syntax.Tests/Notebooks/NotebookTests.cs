using OmConfigLint.Syntax.Notebooks;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tests.Python;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Tests.Notebooks;

public sealed class NotebookTests
{
    private const string Example =
        """
        {
         "cells": [
          {"cell_type": "markdown", "source": ["# %%bash"]},
          {
           "cell_type": "code",
           "metadata": {},
           "source": [
            "%matplotlib inline\n",
            "!pip install \"openmetadata-ingestion[mysql]==1.5.4\" \\\n",
            "  requests\n",
            "files = !ls *.yaml\n",
            "config = {\n",
            "    \"type\": \"Profiler\",\n",
            "    \"confidence\": 85,  # caf\u00e9\n",
            "    \"x\": {\n",
            "        \"y\": 1\n",
            "    }\n",
            "}\n",
            "text = '''\n",
            "!include x\n",
            "%s\n",
            "''' % 1\n",
            "if config:\n",
            "    %pip install requests\n",
            "config?"
           ]
          },
          {"cell_type": "code", "source": "import a.b\nprint(\"é\\n\")"},
          {"cell_type": "code", "source": ["%%bash -e\n", "metadata ingest -c a.yaml\n"]},
          {"cell_type": "code", "source": ["\n", "%%time\n", "f(1)\n"]},
          {"cell_type": "code", "source": ["%%writefile a.yaml\n", "source:\n", "  type: mysql\n"]},
          {"cell_type": "code", "source": []}
         ],
         "metadata": {"kernelspec": {"language": "python", "name": "python3"}},
         "nbformat": 4
        }
        """;

    [Fact]
    public void Code_cells_are_python_without_the_lines_for_the_notebook()
    {
        var cells = Notebook.CellsOf(Parse(Example));
        Assert.Equal(
            """
            ··················
            ·····················································
            ··········
            files = ··········
            config = {
                "type": "Profiler",
                "confidence": 85,  # café
                "x": {
                    "y": 1
                }
            }
            text = '''
            !include x
            %s
            ''' % 1
            if config:
                ·····················
            config·
            """,
            Dotted(cells[0]));
        Assert.Equal("import a.b\nprint(\"é\\n\")", cells[1].Python!.Text);
        Assert.Null(cells[2].Python);
        Assert.Equal("\n······\nf(1)\n", Dotted(cells[3]));
        Assert.Null(cells[4].Python);
        Assert.Equal(5, cells.Length);
    }

    [Fact]
    public void Commands_are_offered()
    {
        var cells = Notebook.CellsOf(Parse(Example));
        Assert.Equal(
            "pip install \"openmetadata-ingestion[mysql]==1.5.4\" \\\n  requests|ls *.yaml|pip install requests|metadata ingest -c a.yaml\n",
            string.Join("|", cells.SelectMany(cell => cell.Commands).Select(command => command.Text)));
        Assert.Equal("bash -e|time|writefile a.yaml", string.Join("|", cells.Select(cell => cell.Magic).OfType<string>()));
        Assert.Equal("source:\n  type: mysql\n", cells[4].Body!.Text);
    }

    [Fact]
    public void Edits_land_in_the_strings_of_the_notebook()
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var json = Parse(Example.ReplaceLineEndings(lineBreak));
            var cells = Notebook.CellsOf(json);
            var editor = json.CreateEditor();
            Edit(cells[0], (python, edit) =>
            {
                python.Remove(edit, python.Dicts.First()["confidence"]!, python.Dicts.First()["x"]!);
                python.Replace(edit, python.Dicts.First()["type"]!.Value.Span, "\"Auto\\tC\"");
            });
            Edit(cells[1], (python, edit) => python.Replace(edit, python.Imports[0].Names[0].Name.Span, "c.d"));
            var version = cells[0].Commands[0];
            var at = version.Text.IndexOf("1.5.4", StringComparison.Ordinal);
            editor.ReplaceText(version.Parts[0].Text, new(version.Parts[0].TextStart + at, 5), "1.6.3");

            var edited = PythonProof.Apply(editor);
            Assert.Null(PythonProof.FindDifference(editor, edited));
            Assert.Equal(
                Example.ReplaceLineEndings(lineBreak)
                    .Replace("    \\\"confidence\\\": 85,  # caf\\u00e9\\n", "", StringComparison.Ordinal)
                    .Replace("    \\\"x\\\": {\\n", "", StringComparison.Ordinal)
                    .Replace("        \\\"y\\\": 1\\n", "", StringComparison.Ordinal)
                    .Replace("\"    }\\n\"", "\"\"", StringComparison.Ordinal)
                    .Replace("\\\"Profiler\\\"", "\\\"Auto\\\\tC\\\"", StringComparison.Ordinal)
                    .Replace("1.5.4", "1.6.3", StringComparison.Ordinal)
                    .Replace("a.b\\n", "c.d\\n", StringComparison.Ordinal),
                edited);

            void Edit(NotebookCell cell, Action<PythonTree, TokenEditor> edit)
            {
                var python = PythonOutline.Parse(cell.Python!.Text);
                var inner = (TokenEditor)python.CreateEditor();
                edit(python, inner);
                editor.Embed(cell.Python, inner);
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"cells\": {}}")]
    [InlineData("{\"cells\": [1, {}, {\"cell_type\": \"code\"}, {\"cell_type\": \"code\", \"source\": {}}, {\"cell_type\": \"code\", \"source\": [[]]}]}")]
    public void Other_json_has_no_cells(string json) => Assert.Empty(Notebook.CellsOf(Parse(json)));

    [Fact]
    public void Notebooks_for_other_languages_hold_no_python()
    {
        var json = Parse("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"x <- '\"}], \"metadata\": {\"language_info\": {\"name\": \"R\"}}}");
        Assert.Null(Assert.Single(Notebook.CellsOf(json)).Python);
    }

    private static string Dotted(NotebookCell cell)
    {
        // Blanked stretches are shown as dots: the parts leave them out.
        var text = cell.Python!.Text.ToCharArray();
        var isPart = new bool[text.Length];
        foreach (var part in cell.Python.Parts)
            Array.Fill(isPart, true, part.Start, part.Length);
        for (var i = 0; i < text.Length; i++)
            text[i] = isPart[i] || text[i] == '\n' ? text[i] : text[i] == ' ' ? '·' : '!';
        Assert.Equal(cell.Source.Text.Length, text.Length);
        return new string(text);
    }

    private static YamlTree Parse(string json)
    {
        Assert.True(YamlTree.TryParseJson(json, SyntaxLimits.Default, out var tree, out var error), error?.ToString());
        return tree;
    }
}
