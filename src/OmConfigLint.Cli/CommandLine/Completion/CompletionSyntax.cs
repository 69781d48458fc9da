using System.Collections.Immutable;
using System.CommandLine;

namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>The grammar of <c>omlint completion</c>.</summary>
internal sealed class CompletionSyntax : OptionSyntax
{
    private readonly Argument<string[]> _shells;

    /// <summary>Sets the grammar up.</summary>
    public CompletionSyntax() => _shells = Words("SHELL");

    /// <summary>Reads the words behind <c>completion</c>.</summary>
    public static CompletionRequest Parse(ImmutableArray<string> words)
    {
        var syntax = new CompletionSyntax();
        syntax.Read(words);
        return syntax.Get(syntax._shells) is [var shell]
            ? new CompletionRequest(OneOf("omlint completion", shell, CompletionScript.Shells.AsSpan()))
            : throw new UsageException($"`completion` takes a shell: {string.Join(", ", CompletionScript.Shells.Select(known => known.Word))}");
    }
}
