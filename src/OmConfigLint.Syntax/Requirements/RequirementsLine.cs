using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Syntax.PythonPackages;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Requirements;

/// <summary>A logical line of a requirements file, which a <c>\</c> at its end continues.</summary>
/// <param name="Content">What is required: a requirement, a path, a URL; null on a line of options.</param>
/// <param name="Requirement">The requirement, in offsets of the content's value; null for paths and URLs and where it is not understood.</param>
/// <param name="Options">The options in order: those of the line, or of the requirement (<c>--hash=…</c>).</param>
/// <param name="Span">The line, its comment and line break excluded.</param>
public sealed record RequirementsLine(
    SyntaxToken? Content, PythonRequirement? Requirement, ImmutableArray<RequirementsOption> Options, TextSpan Span);
