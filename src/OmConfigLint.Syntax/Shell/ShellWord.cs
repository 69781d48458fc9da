using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Shell;

/// <summary>A word of a command.</summary>
/// <param name="Text">
/// The word without its quotes and escapes; variables and <c>$( … )</c> stay as they are written. A word with a <c>$( … )</c> in it is several
/// tokens and cannot be edited; the commands in it can.
/// </param>
/// <param name="Span">Where it stands, quotes included.</param>
/// <param name="Variables">The variables in it, in offsets of its value; none from single quotes and from within <c>$( … )</c>.</param>
public sealed record ShellWord(MappedText Text, TextSpan Span, ImmutableArray<VariableReference> Variables)
{
    /// <summary>The content.</summary>
    public string Value => Text.Value;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
