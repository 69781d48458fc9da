using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Make;

/// <summary>A makefile, as GNU make reads it. What <c>define</c> holds is passed over.</summary>
public sealed class MakefileTree : TokenTree
{
    internal MakefileTree(
        string text,
        ImmutableArray<SyntaxToken> tokens,
        ImmutableArray<SyntaxComment> comments,
        ImmutableArray<MakeRule> rules,
        ImmutableArray<MakeVariable> variables)
        : base(text, tokens, comments)
    {
        Rules = rules;
        Variables = variables;
    }

    /// <summary>The rules in order.</summary>
    public ImmutableArray<MakeRule> Rules { get; }

    /// <summary>The assignments in order, those for single targets left out.</summary>
    public ImmutableArray<MakeVariable> Variables { get; }

    /// <summary>Reads a text. Every text is one.</summary>
    public static bool TryParse(
        string text, SyntaxLimits limits, [NotNullWhen(true)] out MakefileTree? tree, [NotNullWhen(false)] out SyntaxError? error)
    {
        _ = limits;
        tree = new MakefileReader(text).Read();
        error = null;
        return true;
    }

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
        foreach (var variable in Variables)
        {
            if (Holds(variable.Span))
                return variable.Span;
        }

        foreach (var rule in Rules)
        {
            if (!Holds(rule.Span))
                continue;
            foreach (var command in rule.Recipe)
            {
                if (Holds(command.Span))
                    return command.Span;
            }

            return rule.Span;
        }

        return span;

        bool Holds(TextSpan statement) => statement.Start <= span.End && statement.End >= span.Start;
    }
}
