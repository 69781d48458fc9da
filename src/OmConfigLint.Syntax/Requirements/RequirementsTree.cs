using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Requirements;

/// <summary>
/// A requirements or constraints file as pip reads it: a requirement, path, URL or options a line; <c>#</c> at the start of a line or behind a
/// blank starts a comment; a <c>\</c> at the end of a line continues it.
/// </summary>
public sealed class RequirementsTree : TokenTree
{
    private RequirementsTree(RequirementsReader read, string text)
        : base(text, read.Tokens, read.Comments) => RequirementLines = read.Lines;

    /// <summary>The lines that are neither empty nor a comment, in order.</summary>
    public ImmutableArray<RequirementsLine> RequirementLines { get; }

    /// <summary>Reads a requirements file. Every text is one: what is no requirement stays a line without one.</summary>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out RequirementsTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        tree = new RequirementsTree(new RequirementsReader(text), text);
        error = null;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryReread(string text, [NotNullWhen(true)] out SyntaxTree? tree, [NotNullWhen(false)] out SyntaxError? problem)
    {
        var isRead = TryParse(text, SyntaxLimits.Default, out var reread, out problem);
        tree = reread;
        return isRead;
    }

    /// <inheritdoc/>
    protected override TextSpan StatementOn(int line)
    {
        var span = Lines.SpanOf(line);
        foreach (var statement in RequirementLines)
        {
            if (statement.Span.IntersectsWith(span))
                return TextSpan.FromBounds(Math.Min(span.Start, statement.Span.Start), Math.Max(span.End, statement.Span.End));
        }

        return span;
    }
}
