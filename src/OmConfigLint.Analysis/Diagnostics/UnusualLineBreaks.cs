using System.Buffers;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Finds the characters that PyYAML takes for line breaks and editors do not: text behind one in a comment is data.</summary>
internal static class UnusualLineBreaks
{
    private static readonly SearchValues<char> Characters = SearchValues.Create("\u0085\u2028\u2029");

    /// <summary>One finding for the first of them.</summary>
    public static IEnumerable<Finding> Find(SourceFile file)
    {
        var at = file.Text.AsSpan().IndexOfAny(Characters);
        if (at < 0)
            yield break;

        var code = string.Create(CultureInfo.InvariantCulture, $"U+{(int)file.Text[at]:X4}");
        yield return new Finding(
            EngineRules.UnusualLineBreak,
            file,
            new TextSpan(at, 1),
            $"the character {code} breaks the line for OpenMetadata's loader but not in an editor",
            label: "what follows is read as a new line");
    }
}
