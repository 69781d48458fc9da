namespace OmConfigLint.Analysis.Fixing;

/// <summary>How a <see cref="FileTransaction"/> ended.</summary>
/// <param name="Error">What went wrong, with the path, and whether anything was changed; null where everything was written.</param>
public sealed record FileTransactionResult(string? Error)
{
    /// <summary>True where everything was written.</summary>
    public bool Succeeded => Error is null;
}
