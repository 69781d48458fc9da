using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Syntax.Shell;

/// <summary>A simple command of a script.</summary>
/// <param name="Index">Its number among the commands of the script, by where they start.</param>
/// <param name="Span">From its first to its last word or redirection.</param>
public sealed record ShellCommand(int Index, TextSpan Span)
{
    /// <summary>The assignments before the command, or those that it is.</summary>
    public ImmutableArray<ShellAssignment> Assignments { get; init; } = [];

    /// <summary>The words; empty where it only assigns or redirects. Assignments behind <c>export</c> and its like are not among them.</summary>
    public ImmutableArray<ShellWord> Words { get; init; } = [];

    /// <summary>The redirections.</summary>
    public ImmutableArray<ShellRedirection> Redirections { get; init; } = [];

    /// <summary>The here-documents.</summary>
    public ImmutableArray<HereDocument> HereDocuments { get; init; } = [];

    /// <summary>What joins it to the command before: <c>;</c> (also for a line break), <c>&amp;&amp;</c>, <c>||</c>, <c>|</c>, <c>&amp;</c>; empty for the first of a block.</summary>
    public string Operator { get; init; } = "";

    /// <summary>The block in which it stands; null in the script itself.</summary>
    public ShellBlock? Block { get; init; }

    /// <summary>True where it may be passed over: in a branch, a loop or a function, or behind <c>||</c>.</summary>
    public bool IsConditional
    {
        get
        {
            for (var block = Block; block is not null; block = block.Parent)
            {
                if (block.IsConditional)
                    return true;
            }

            return Operator == "||";
        }
    }

    /// <summary>
    /// True where it stands before <paramref name="other"/> and is not in a branch, loop or function that the other one is outside of.
    /// </summary>
    public bool ComesBefore(ShellCommand other)
    {
        if (Index >= other.Index)
            return false;
        var common = new HashSet<ShellBlock>(ReferenceEqualityComparer.Instance);
        for (var block = other.Block; block is not null; block = block.Parent)
            common.Add(block);
        for (var block = Block; block is not null && !common.Contains(block); block = block.Parent)
        {
            if (block.IsConditional)
                return false;
        }

        return true;
    }
}
