using System.Collections.Immutable;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>A word of a command, wherever that is written.</summary>
/// <param name="Text">Its content with its places.</param>
/// <param name="Variables">The variables in it, in offsets of its value.</param>
internal readonly record struct CommandWord(MappedText Text, ImmutableArray<VariableReference> Variables)
{
    /// <summary>The content.</summary>
    public string Value => Text.Value;

    /// <summary>Without the directories before it: <c>openmetadata-ops.sh</c> of <c>./bootstrap/openmetadata-ops.sh</c>.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>True for an option.</summary>
    public bool IsOption => Value is ['-', _, ..];

    /// <inheritdoc/>
    public override string ToString() => Value;
}
