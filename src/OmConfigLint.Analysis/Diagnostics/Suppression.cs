using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>A comment that silences rules: <c># omlint: ignore[OM1001] -- why</c>.</summary>
/// <param name="Span">The comment.</param>
/// <param name="Rules">The ids or names between the brackets, each with its place.</param>
/// <param name="IsForFile">True for <c>ignore-file</c>.</param>
/// <param name="Until">The last day on which it holds.</param>
/// <param name="Reason">What stands behind <c>--</c>.</param>
internal sealed record Suppression(
    TextSpan Span, ImmutableArray<SuppressedRule> Rules, bool IsForFile, DateOnly? Until, string? Reason);
