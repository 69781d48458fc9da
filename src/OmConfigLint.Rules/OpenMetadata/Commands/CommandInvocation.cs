using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Shell;

namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>A command that a document runs: the words of a shell's command, or of a list.</summary>
internal sealed class CommandInvocation
{
    /// <summary>Creates a command.</summary>
    /// <param name="document">The document.</param>
    /// <param name="allWords">Its words; at least one.</param>
    /// <param name="shell">The command as the shell's reader found it; null for one in a list.</param>
    public CommandInvocation(ConfigDocument document, ImmutableArray<CommandWord> allWords, ShellCommand? shell)
    {
        Document = document;
        AllWords = allWords;
        Shell = shell;
        Words = allWords[WrappedCommand.StartIn(allWords)..];
    }

    /// <summary>The document.</summary>
    public ConfigDocument Document { get; }

    /// <summary>All words, those of what only starts the command included.</summary>
    public ImmutableArray<CommandWord> AllWords { get; }

    /// <summary>The words from the program on; those of <c>sudo</c>, <c>docker run … IMAGE</c> and their like before it left out.</summary>
    public ImmutableArray<CommandWord> Words { get; }

    /// <summary>The command as the shell's reader found it; null for one in a list.</summary>
    public ShellCommand? Shell { get; }

    /// <summary>The program, without directories.</summary>
    public string Program => Words[0].Name;

    /// <summary>From the first of <see cref="Words"/> to the last one, in UTF-16 offsets of the document's text.</summary>
    public TextSpan Span => SpanOf(0, Words.Length);

    /// <summary>Where it starts in the outermost file: the order of a job's commands.</summary>
    public int Position => Document.File.ToOutermost(AllWords[0].Text.SourceSpan).Start;

    /// <summary>True where it stands in a function or in an arm of <c>case</c>, so that what stands before it in the text need not run before it.</summary>
    public bool IsOutOfOrder
    {
        get
        {
            for (var block = Shell?.Block; block is not null; block = block.Parent)
            {
                if (block.Kind is ShellBlockKind.Function or ShellBlockKind.CaseArm)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The place of <paramref name="count"/> of <see cref="Words"/> from <paramref name="start"/> on; of words that do not stand in a row the first.</summary>
    public TextSpan SpanOf(int start, int count)
    {
        var first = PlaceOf(Words[start]);
        var last = PlaceOf(Words[start + count - 1]);
        return last.End > first.Start ? TextSpan.FromBounds(first.Start, last.End) : first;
    }

    /// <summary>The index of the first word behind the program that is one of <paramref name="names"/>; -1 where none is.</summary>
    public int IndexOfCommand(IEnumerable<string> names)
    {
        var known = names.ToList();
        for (var i = 1; i < Words.Length; i++)
        {
            if (known.Contains(Words[i].Value))
                return i;
        }

        return -1;
    }

    /// <summary>The argument of an option: the next word, or what stands behind its <c>=</c>. Null where it is not given.</summary>
    public string? ArgumentOf(params ReadOnlySpan<string> options)
    {
        for (var i = 1; i < Words.Length; i++)
        {
            var word = Words[i].Value;
            if (options.Contains(word))
                return i + 1 < Words.Length ? Words[i + 1].Value : null;
            foreach (var option in options)
            {
                if (word.Length > option.Length && word[option.Length] == '=' && word.StartsWith(option, StringComparison.Ordinal))
                    return word[(option.Length + 1)..];
            }
        }

        return null;
    }

    /// <summary>True where one of <paramref name="options"/> is among the words.</summary>
    public bool Has(params ReadOnlySpan<string> options)
    {
        foreach (var word in Words)
        {
            if (options.Contains(word.Value))
                return true;
        }

        return false;
    }

    /// <summary>A pointer to it.</summary>
    public RelatedLocation Locate(string message) => RelatedLocation.In(Document.File, Span, message);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Words);

    private static TextSpan PlaceOf(CommandWord word) => word.Text.SourceSpan;
}
