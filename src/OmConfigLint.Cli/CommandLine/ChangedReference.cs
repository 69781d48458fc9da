namespace OmConfigLint.Cli.CommandLine;

/// <summary>What <c>--changed</c> compares with.</summary>
/// <param name="Name">A git reference; null for the repository's main branch.</param>
/// <param name="ByLine">True where single lines count, not whole files.</param>
internal sealed record ChangedReference(string? Name, bool ByLine = false)
{
    /// <summary>The option that asks for it.</summary>
    public string OptionName => ByLine ? "--changed-lines" : "--changed";
}
