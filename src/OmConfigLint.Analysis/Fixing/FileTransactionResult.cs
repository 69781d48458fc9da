using System.Collections.Immutable;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>How a <see cref="FileTransaction"/> ended.</summary>
/// <param name="Error">The path and the fact that kept it from writing; null where everything was written. Where it is not null, nothing has changed.</param>
/// <param name="Leftovers">Absolute paths of temporary files that could not be removed; they can be deleted, unless <paramref name="Error"/> names them.</param>
public sealed record FileTransactionResult(string? Error, ImmutableArray<string> Leftovers)
{
    /// <summary>True where everything was written.</summary>
    public bool Succeeded => Error is null;
}
