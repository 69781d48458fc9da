namespace OmConfigLint.Analysis.Workspace;

/// <summary>Bounds that keep hostile files from taking memory.</summary>
/// <param name="MaxBytes">The length in bytes up to which a file is read.</param>
public sealed record ReadLimits(long MaxBytes = 64 * 1024 * 1024)
{
    /// <summary>The bounds that omlint states in its documentation.</summary>
    public static ReadLimits Default { get; } = new();
}
