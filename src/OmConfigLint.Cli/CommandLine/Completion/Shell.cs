namespace OmConfigLint.Cli.CommandLine.Completion;

/// <summary>The shells that omlint completes for.</summary>
internal enum Shell
{
    /// <summary>Bash, from 3.2 on.</summary>
    Bash,

    /// <summary>The Z shell.</summary>
    Zsh,

    /// <summary>Fish.</summary>
    Fish,

    /// <summary>PowerShell, from 5.1 on.</summary>
    PowerShell,
}
