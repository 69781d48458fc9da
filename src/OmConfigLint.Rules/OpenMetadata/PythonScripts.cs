using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata.Commands;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>Finds the commands that Python code runs: <c>bash_command</c> of an operator, <c>os.system</c>, lists for <c>subprocess</c>.</summary>
internal static class PythonScripts
{
    // What stands for an item of a list that is an expression.
    private const string Unknown = "${_expression}";

    private static readonly string[] ScriptKeywords = ["bash_command", "command", "cmd"];
    private static readonly string[] ListKeywords = ["command", "cmd", "cmds", "args", "arguments", "entrypoint"];
    private static readonly string[] Runners = ["system", "popen", "run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput"];

    /// <summary>The scripts of a shell in <paramref name="tree"/> that may hold a command of OpenMetadata's.</summary>
    public static IEnumerable<EmbeddedDocument> Find(PythonTree tree)
    {
        if (!CommandMarkers.AreIn(tree.Text))
            yield break;
        foreach (var text in tree.Strings)
        {
            if (!IsRead(text))
                continue;
            if (text.Holes.IsEmpty && text.Text.Parts.All(part => part.TextStart == 0 && part.Length == part.Text.Value.Length) && text.Literals.Length == 1)
                yield return new EmbeddedDocument(ScriptText.Of([.. text.Text.Parts.Select(part => part.Text)]), FileFormat.Shell);
            else if (PythonTemplate.Of(tree, text) is { } template)
                yield return new EmbeddedDocument(template, FileFormat.Shell);
        }
    }

    /// <summary>The values in <paramref name="tree"/> that are read as scripts of their own.</summary>
    public static HashSet<object> OwnersIn(PythonTree tree) => tree.Strings
        .Where(IsRead)
        .SelectMany(text => text.Text.Parts.Select(part => part.Text.Owner))
        .ToHashSet<object>(ReferenceEqualityComparer.Instance);

    /// <summary>The commands in <paramref name="tree"/> that are written as lists.</summary>
    public static IEnumerable<CommandScript> InLists(ConfigDocument document, PythonTree tree)
    {
        foreach (var value in tree.Values)
        {
            if (value is PythonSequence { Items: [{ Value: PythonString }, ..] } list
                && IsArgument(list, ListKeywords)
                && CommandMarkers.AreIn(string.Join(' ', list.Items.Select(item => item.Value.ToString()))))
            {
                yield return new CommandScript(
                    document,
                    new CommandJob(CommandJobKind.Script, PythonPath.Of(tree, list)),
                    [new CommandInvocation(document, [.. list.Items.Select(item => WordOf(tree, item))], shell: null)]);
            }
        }
    }

    private static bool IsRead(PythonString text) =>
        text is { Operation: null, IsBytes: false } && IsArgument(text, ScriptKeywords) && CommandMarkers.AreIn(text.ToString());

    private static bool IsArgument(PythonValue value, string[] keywords) => value.Entry is { Container: PythonCall call, IsUnpacked: false } argument
        && (argument.Name is { } name ? keywords.Contains(name) : call.Arguments[0] == argument && Runners.Contains(call.CalleeName));

    private static CommandWord WordOf(PythonTree tree, PythonEntry item)
    {
        if (item is { IsUnpacked: false, Value: PythonString { Operation: null, Holes.IsEmpty: true } text } && text.Text.Parts is [{ Start: 0, TextStart: 0 } part])
            return new CommandWord(part.Text, []);
        var stand = new MappedTextBuilder(item, tree.Text);
        stand.Append(item.Span.Start, item.Span.Length, Unknown);
        return new CommandWord(stand.Build(item.Span, TextEscaping.Inert), []);
    }
}
