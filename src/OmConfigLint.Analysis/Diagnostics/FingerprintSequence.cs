namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Makes the fingerprints of one file's findings, counting equal ones. Baseline and reports must feed it the same findings in the same order.</summary>
public sealed class FingerprintSequence
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the next finding.</summary>
    public string Next(Finding finding)
    {
        var identity = Fingerprint.Identity(finding);
        var ordinal = _counts.GetValueOrDefault(identity);
        _counts[identity] = ordinal + 1;
        return Fingerprint.Hash(identity, ordinal);
    }
}
