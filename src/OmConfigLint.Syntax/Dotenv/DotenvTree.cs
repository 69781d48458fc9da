using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dotenv;

/// <summary>A <c>.env</c> file, as Compose reads it and a shell sources it.</summary>
public sealed class DotenvTree : TokenTree
{
    internal DotenvTree(
        string text,
        ImmutableArray<SyntaxToken> tokens,
        ImmutableArray<SyntaxComment> comments,
        ImmutableArray<DotenvEntry> entries,
        ImmutableArray<SyntaxToken> bareLines)
        : base(text, tokens, comments)
    {
        Entries = entries;
        BareLines = bareLines;
    }

    /// <summary>The assignments in order; the last one of a name counts.</summary>
    public ImmutableArray<DotenvEntry> Entries { get; }

    /// <summary>The lines that assign nothing, without the blanks around them: a name that is passed on, or the one line of a file that pins a version.</summary>
    public ImmutableArray<SyntaxToken> BareLines { get; }

    /// <summary>Reads a text. Every text is one.</summary>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out DotenvTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        _ = limits;
        tree = new DotenvReader(text).Read();
        error = null;
        return true;
    }

    /// <summary>The last assignment to <paramref name="name"/>; null where there is none.</summary>
    public DotenvEntry? Find(string name) => Entries.LastOrDefault(entry => entry.Name.Value == name);

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
        var entry = Entries.FirstOrDefault(entry => entry.Span.Start <= span.End && entry.Span.End >= span.Start);
        return entry is null ? span : TextSpan.FromBounds(Math.Min(entry.Span.Start, span.Start), Math.Max(entry.Span.End, span.End));
    }
}
