using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;
using OmConfigLint.Syntax.Yaml;
using OmConfigLint.Syntax.Yaml.Editing;

namespace OmConfigLint.Syntax.Python;

/// <summary>
/// A dict of Python code as the YAML document that says the same, so that whatever reads YAML can read it: variables that hold literals are
/// followed, other expressions have stand-ins, and what two places share has an anchor. Edits of the document become edits of the code.
/// </summary>
public sealed class PythonDictText : EmbeddedText
{
    private readonly PythonTree _tree;
    private readonly PythonDictWriter _written;
    private readonly string _text;

    private PythonDictText(PythonTree tree, PythonDict dict, PythonDictWriter written)
        : base(written.Text, written.Parts)
    {
        _tree = tree;
        _written = written;
        _text = written.Text;
        Dict = dict;
        IsOpen = tree.Assignments.Any(assignment => assignment.Value == dict && (assignment.Name is not { } name || tree.IsChangedInPlace(name)));
    }

    /// <summary>The dict.</summary>
    public PythonDict Dict { get; }

    /// <summary>All dicts that are in it, this one and those behind variables included.</summary>
    public IReadOnlySet<PythonDict> Dicts => _written.Dicts;

    /// <summary>True where code may add to it later: what is not written here can be there all the same.</summary>
    public bool IsOpen { get; }

    /// <summary>Writes <paramref name="dict"/> as YAML; null where it becomes too long or too deep.</summary>
    public static PythonDictText? Of(PythonTree tree, PythonDict dict)
    {
        var writer = new PythonDictWriter(tree);
        return writer.TryWrite(dict) ? new PythonDictText(tree, dict, writer) : null;
    }

    /// <inheritdoc/>
    public override bool HoldsStandIn(TextSpan span) => _written.StandIns.Exists(standIn => standIn.OverlapsWith(span));

    /// <inheritdoc/>
    /// <returns>A dict display.</returns>
    public override string Present(string text) =>
        YamlTree.TryParseYaml(text, SyntaxLimits.Default, out var tree, out _) && tree.Documents is [var document, ..]
            ? new PythonDisplayWriter(tree, _written.Sources, PythonLexer.LineBreakOf(_tree.Text)).Write(document.Root)
            : text;

    internal override void Embed(SyntaxEditor host, SyntaxEditor inner)
    {
        if (host is not TokenEditor editor || inner is not YamlEditor yaml)
            throw new ArgumentException("a dict stands in Python code and is edited as YAML", nameof(host));
        new PythonDictEdit(_tree, editor, yaml, _written.Entries).Apply();
    }

    internal override string? FindDifference(SyntaxTree edited, SyntaxEditor inner)
    {
        // Which of the dicts it is does not matter: the proof of the tokens says that nothing else has changed. It is nearly always the one
        // with the same number.
        var code = (PythonTree)edited;
        List<PythonDict> dicts = [.. code.Dicts];
        var number = _tree.Dicts.TakeWhile(dict => dict != Dict).Count();
        return (number < dicts.Count && IsAsDeclared(code, dicts[number], inner)) || dicts.Exists(dict => IsAsDeclared(code, dict, inner))
            ? null
            : "the edited dict is not read as it was meant";
    }

    private bool IsAsDeclared(PythonTree edited, PythonDict dict, SyntaxEditor inner) =>
        dict.IsCall == Dict.IsCall && (dict.Entry is null) == (Dict.Entry is null)
        && Of(edited, dict) is { } again
        && inner.Tree.TryReread(again._text, out var tree, out _)
        && inner.FindDifference(tree) is null;
}
