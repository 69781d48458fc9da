namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>What OpenMetadata makes of the value of a boolean property.</summary>
internal enum Truth
{
    /// <summary>Off.</summary>
    False,

    /// <summary>On.</summary>
    True,

    /// <summary>Not to be told from the file: an environment variable, a placeholder, something that is no boolean.</summary>
    Unknown,
}
