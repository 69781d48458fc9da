using System.Collections.Immutable;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Syntax.Notebooks;

/// <summary>A code cell of a Jupyter notebook.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(YamlMapping node, EmbeddedText source, string? magic, EmbeddedText? body, EmbeddedText? python, ImmutableArray<EmbeddedText> commands)
    {
        Node = node;
        Source = source;
        Magic = magic;
        Body = body;
        Python = python;
        Commands = commands;
    }

    /// <summary>The cell in the notebook.</summary>
    public YamlMapping Node { get; }

    /// <summary>All of its text.</summary>
    public EmbeddedText Source { get; }

    /// <summary>What a first line <c>%%NAME …</c> says behind the signs: who the cell is for (<c>bash</c>, <c>writefile a.yaml</c>, <c>time</c>); null without.</summary>
    public string? Magic { get; }

    /// <summary>The text below the line of <see cref="Magic"/>; null without.</summary>
    public EmbeddedText? Body { get; }

    /// <summary>
    /// The cell as Python, lines for the notebook (<c>%magic</c>, <c>!command</c>, <c>name?</c>) blanked so that all else keeps its place; null
    /// where the cell or the notebook is for another language.
    /// </summary>
    public EmbeddedText? Python { get; }

    /// <summary>
    /// The shell commands: the text behind <c>!</c>, <c>pip …</c> and <c>conda …</c> behind <c>%</c>, and the body of a cell for a shell.
    /// </summary>
    public ImmutableArray<EmbeddedText> Commands { get; }
}
