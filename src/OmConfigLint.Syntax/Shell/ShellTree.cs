using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Shell;

/// <summary>A script of a POSIX shell or bash.</summary>
public sealed class ShellTree : TokenTree
{
    internal ShellTree(
        string text, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SyntaxComment> comments, ImmutableArray<ShellCommand> commands)
        : base(text, tokens, comments) =>
        Commands = commands;

    /// <summary>The simple commands by where they start, those in blocks and in <c>$( … )</c> included; those in back-ticks are not.</summary>
    public ImmutableArray<ShellCommand> Commands { get; }

    /// <summary>Reads a script.</summary>
    /// <returns>False where a quote, <c>${</c> or <c>$(</c> is never closed, or blocks are nested too deep.</returns>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out ShellTree? tree, [NotNullWhen(false)] out SyntaxError? error) =>
        new ShellReader(text, limits).TryRead(out tree, out error);

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, SyntaxLimits.Default, out var read, out problem);
        tree = read;
        return isRead;
    }

    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line)
    {
        var span = Lines.SpanOf(line);
        var (start, end) = (span.Start, span.End);
        foreach (var command in Commands)
        {
            if (command.Span.Start > span.End || command.Span.End < span.Start)
                continue;
            start = Math.Min(start, command.Span.Start);
            end = Math.Max(end, command.Span.End);
            foreach (var document in command.HereDocuments)
                end = Math.Max(end, document.Body.Span.End);
        }

        return TextSpan.FromBounds(start, end);
    }
}
