using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Make;

/// <summary>A rule of a makefile.</summary>
/// <param name="Targets">What it makes; <c>.PHONY</c> and its like included.</param>
/// <param name="Prerequisites">What that needs, references as they are written.</param>
/// <param name="Recipe">
/// Its commands, one a shell: without the tab and the <c>@</c>, <c>-</c> or <c>+</c> before them, <c>$$</c> read as <c>$</c>, references to
/// variables of make as they are written. A command over several lines keeps its backslashes.
/// </param>
/// <param name="Span">From the first target to the end of the recipe.</param>
public sealed record MakeRule(
    ImmutableArray<SyntaxToken> Targets, ImmutableArray<SyntaxToken> Prerequisites, ImmutableArray<SyntaxToken> Recipe, TextSpan Span);
