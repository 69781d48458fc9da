using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Ini;

/// <summary>A key with its value.</summary>
/// <param name="Section">The section that it stands in; null before the first one.</param>
/// <param name="KeyToken">The key as written.</param>
/// <param name="Key">The key as it is compared: <c>-</c> as <c>_</c>; in lower case where the dialect takes both cases for one.</param>
/// <param name="Values">The value: none for a key alone, one, or one a line where it goes over several lines.</param>
/// <param name="Span">From the key to the end of the value.</param>
/// <param name="FirstToken">The index of the key in the tree's tokens.</param>
/// <param name="TokenCount">How many tokens the entry has.</param>
public sealed record IniEntry(
    IniSection? Section, SyntaxToken KeyToken, string Key, ImmutableArray<SyntaxToken> Values, TextSpan Span, int FirstToken, int TokenCount)
{
    /// <summary>The value on one line; null where there is none, or more than one line.</summary>
    public SyntaxToken? Value => Values.Length == 1 ? Values[0] : null;
}
