namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>A finding that is not reported, because someone has said so.</summary>
/// <param name="Finding">The finding, graded as if it were reported.</param>
/// <param name="Kind">Where it has been said.</param>
/// <param name="Justification">Why; null where no reason is given.</param>
public sealed record SuppressedFinding(Finding Finding, SuppressionKind Kind, string? Justification);
