using System.Text;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Applies and proves edits as the engine does.</summary>
internal static class PythonProof
{
    public static string Apply(SyntaxEditor editor)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var change in editor.GetChanges())
        {
            text.Append(editor.Tree.Text, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        return text.Append(editor.Tree.Text, position, editor.Tree.Text.Length - position).ToString();
    }

    public static string? FindDifference(SyntaxEditor editor, string edited) =>
        editor.Tree.TryReread(edited, out var tree, out var error) ? editor.FindDifference(tree) : error.Message;
}
