using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Requirements;

/// <summary>Takes lines out of a requirements file.</summary>
public static class RequirementsLineRemoval
{
    /// <summary>Takes <paramref name="line"/> out with its line break, its options and the comment behind it.</summary>
    public static void RemoveLine(this RequirementsTree tree, TokenEditor editor, RequirementsLine line)
    {
        var start = line.Span.Start;
        while (start > 0 && tree.Text[start - 1] is not ('\n' or '\r'))
            start--;
        var end = LineBreaks.Skip(tree.Text, LineBreaks.EndOfLine(tree.Text, line.Span.End));
        var span = TextSpan.FromBounds(start, end);
        var (first, count) = (0, 0);
        for (var i = 0; i < tree.Tokens.Length; i++)
        {
            if (!span.Contains(tree.Tokens[i].Span))
                continue;
            if (count++ == 0)
                first = i;
        }

        editor.ReplaceTokens(first, count, span, "");
    }
}
