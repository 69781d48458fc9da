using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Syntax.Text;

/// <summary>A reference to a variable in a text: <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-default}</c>.</summary>
/// <param name="Span">The whole reference, from the <c>$</c> on.</param>
/// <param name="NameSpan">The name.</param>
/// <param name="Name">The name.</param>
/// <param name="Operator">
/// What stands behind the name in braces: <c>:-</c>, <c>-</c>, <c>:=</c>, <c>=</c>, <c>:+</c>, <c>+</c>, <c>:?</c>, <c>?</c>, or the character that
/// starts another expansion of the shell's (<c>%</c>, <c>#</c>, <c>/</c>, <c>:</c>, <c>[</c>, …; <c>#</c> and <c>!</c> also where they stand
/// before the name); empty where there is none.
/// </param>
/// <param name="ArgumentSpan">What stands behind the operator, as it is written: the default. Empty where there is no operator.</param>
public readonly record struct VariableReference(TextSpan Span, TextSpan NameSpan, string Name, string Operator, TextSpan ArgumentSpan)
{
    /// <summary>True where <see cref="ArgumentSpan"/> is the value that an unset variable has: <c>${X:-1}</c>, <c>${X=1}</c>.</summary>
    public bool HasDefault => Operator is ":-" or "-" or ":=" or "=";

    /// <summary>The same reference <paramref name="distance"/> characters further on.</summary>
    public VariableReference Shifted(int distance) => this with
    {
        Span = new TextSpan(Span.Start + distance, Span.Length),
        NameSpan = new TextSpan(NameSpan.Start + distance, NameSpan.Length),
        ArgumentSpan = new TextSpan(ArgumentSpan.Start + distance, ArgumentSpan.Length),
    };
}
