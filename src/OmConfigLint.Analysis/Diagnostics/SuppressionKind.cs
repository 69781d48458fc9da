namespace OmConfigLint.Analysis.Diagnostics;

/// <summary>Where it has been said that a finding is not to be reported; SARIF's kinds.</summary>
public enum SuppressionKind
{
    /// <summary>In a comment of the file itself.</summary>
    InSource,

    /// <summary>In a file beside it: a baseline.</summary>
    External,
}
