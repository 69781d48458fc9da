namespace OmConfigLint.Analysis.Fixing;

/// <summary>What a rule's page declares about its fixes.</summary>
public enum FixAvailability
{
    /// <summary>Findings carry no fix.</summary>
    None,

    /// <summary>Findings carry a safe fix where the file allows it; single ones may be unsafe or manual.</summary>
    Safe,

    /// <summary>Findings carry unsafe or manual fixes only.</summary>
    Unsafe,

    /// <summary>Findings carry advice only.</summary>
    Manual,
}
