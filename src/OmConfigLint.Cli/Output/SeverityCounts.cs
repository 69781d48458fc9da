namespace OmConfigLint.Cli.Output;

/// <summary>Findings by severity.</summary>
/// <param name="Errors">Errors.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="Notes">Notes.</param>
internal readonly record struct SeverityCounts(int Errors, int Warnings, int Notes)
{
    /// <summary>All of them.</summary>
    public int Total => Errors + Warnings + Notes;
}
