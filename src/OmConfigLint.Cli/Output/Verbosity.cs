namespace OmConfigLint.Cli.Output;

/// <summary>How much the text format says.</summary>
internal enum Verbosity
{
    /// <summary>One line a finding, no summary.</summary>
    Quiet,

    /// <summary>A code frame a finding, and a summary.</summary>
    Normal,

    /// <summary>As <see cref="Normal"/>, with the lines around the marked ones, the place in the document and the rule's documentation.</summary>
    Verbose,
}
