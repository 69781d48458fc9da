using System.Collections.Immutable;

namespace OmConfigLint.Cli.Output;

/// <summary>Writes one format. Files arrive in their final order, one at a time, so that a report needs no memory for all of them.</summary>
internal abstract class ReportWriter : IDisposable
{
    /// <summary>True where a report on a part of the work does harm, because its reader takes what is missing for mended.</summary>
    public virtual bool NeedsWholeRun => false;

    /// <summary>What the report leaves out and why, after <see cref="End"/>; for standard error.</summary>
    public ImmutableArray<string> Notices { get; protected set; } = [];

    /// <summary>Called once, before the first file.</summary>
    public abstract void Begin();

    /// <summary>Called for each file with at least one finding or, where <see cref="ReportOptions.IncludesSuppressed"/> says so, a suppressed one.</summary>
    public abstract void Write(FileReport report);

    /// <summary>Called once, after the last file; not called where the run broke off.</summary>
    public abstract void End(RunSummary summary);

    /// <summary>Releases buffers; the output stays open.</summary>
    public virtual void Dispose()
    {
    }
}
