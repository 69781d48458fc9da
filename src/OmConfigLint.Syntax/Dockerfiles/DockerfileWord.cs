using System.Collections.Immutable;
using OmConfigLint.Syntax.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>A word of an instruction.</summary>
/// <param name="Token">The word without its quotes and escapes.</param>
/// <param name="Variables">The variables in it, in offsets of its value.</param>
public sealed record DockerfileWord(SyntaxToken Token, ImmutableArray<VariableReference> Variables)
{
    /// <summary>The content.</summary>
    public string Value => Token.Value;

    /// <summary>The content with its places.</summary>
    public MappedText Text => Token.Text;
}
