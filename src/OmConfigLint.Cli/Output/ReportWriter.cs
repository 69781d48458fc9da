namespace OmConfigLint.Cli.Output;

/// <summary>Writes one format. Files arrive in their final order, one at a time, so that a report needs no memory for all of them.</summary>
internal abstract class ReportWriter : IDisposable
{
    /// <summary>Called once, before the first file.</summary>
    public abstract void Begin();

    /// <summary>Called for each file with at least one finding.</summary>
    public abstract void Write(FileReport report);

    /// <summary>Called once, after the last file; not called where the run broke off.</summary>
    public abstract void End(RunSummary summary);

    /// <summary>Releases buffers; the output stays open.</summary>
    public virtual void Dispose()
    {
    }
}
