using Microsoft.CodeAnalysis;

namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>How one file is to be judged: the releases, the severities and options in force for its path.</summary>
/// <param name="Releases">The upgrade in question.</param>
/// <param name="SeverityOf">The severity in force for a rule; <see cref="DiagnosticSeverity.Hidden"/> turns it off.</param>
/// <param name="Option">The value of an <c>.editorconfig</c> key.</param>
/// <param name="Today">The date against which <c>until=</c> is held.</param>
public sealed record FileAnalysisSettings(
    ReleaseRange Releases, Func<Rule, DiagnosticSeverity> SeverityOf, Func<string, string?> Option, DateOnly Today)
{
    /// <summary>True where nothing is read out of the file, reported of it or written to it.</summary>
    public bool IsExcluded { get; init; }
}
