using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Tokens;

/// <summary>What a comment on a line covers in formats whose statements run over several lines and nest.</summary>
internal static class LineScope
{
    /// <summary>The 0-based <paramref name="line"/> and, whole, each of <paramref name="nodes"/> that starts on it.</summary>
    public static TextSpan StartingOn(LineMap lines, int line, IEnumerable<TextSpan> nodes)
    {
        var span = lines.SpanOf(line);
        var end = span.End;
        foreach (var node in nodes)
        {
            if (node.Start >= span.Start && node.Start <= span.End)
                end = Math.Max(end, node.End);
        }

        return TextSpan.FromBounds(span.Start, end);
    }
}
